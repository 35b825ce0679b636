package io.fueloptimine.models.mine.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files that people write. A file must have one document, each field at most once, no unknown
 * fields and only finite numbers. Texts are not converted to numbers, nor fractions to whole
 * numbers. Every fault causes an {@link InvalidInputException} that names field, value, expected
 * value and line.
 */
public enum StrictFormat {
    YAML(YAMLMapper.builder()),
    JSON(JsonMapper.builder());

    /**
     * The value of {@code @JacksonInject} for a list that is optional in a file; a missing list is
     * read as an empty one. Fields without {@code @JacksonInject} are required.
     */
    public static final String EMPTY_LIST = "emptyList";

    /**
     * The value of {@code @JacksonInject} for a boolean that is optional in a file; a missing one
     * is read as false.
     */
    public static final String FALSE = "false";

    private final ObjectMapper mapper;

    StrictFormat(MapperBuilder<?, ?> builder) {
        mapper =
                builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .addModule(FiniteDoubles.module())
                        .injectableValues(
                                new InjectableValues.Std()
                                        .addValue(EMPTY_LIST, List.of())
                                        .addValue(FALSE, false))
                        .build();
    }

    /**
     * Parses a text to a tree. The tree of an empty text is a missing node. Numbers in the tree
     * keep their exact value; the caller checks them with {@link ExactNumber}.
     *
     * @param source names the text in faults
     */
    public JsonNode tree(String text, String source) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw invalid(e, text, source);
        }
    }

    /**
     * Parses a text to a record.
     *
     * @param source names the text in faults
     */
    public <T> T value(String text, Class<T> type, String source) {
        List<String> faults = new ArrayList<>();
        collectInexact(tree(text, source), "", faults);
        if (!faults.isEmpty()) {
            throw new InvalidInputException(source, faults);
        }
        T value;
        try {
            value = mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw invalid(e, text, source);
        }
        if (value == null) {
            throw new InvalidInputException(source, List.of("no fields, expected " + name()));
        }
        return value;
    }

    private InvalidInputException invalid(JsonProcessingException e, String text, String source) {
        return new InvalidInputException(source, List.of(JsonFault.of(e, text, mapper).sentence()));
    }

    private static void collectInexact(JsonNode node, String path, List<String> faults) {
        if (node.isNumber() && !ExactNumber.is(node)) {
            faults.add(path + " is '" + node.asText() + "', expected " + ExactNumber.EXPECTED);
        }
        node.fields()
                .forEachRemaining(
                        field ->
                                collectInexact(
                                        field.getValue(),
                                        path + (path.isEmpty() ? "" : ".") + field.getKey(),
                                        faults));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectInexact(node.get(i), path + "[" + i + "]", faults);
        }
    }
}
