package io.fueloptimine.models.mine.input;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Describes why a value in a JSON text cannot be converted to the type that is expected at its
 * place.
 */
final class JsonValueFault {

    private static final Map<Class<?>, Number> LARGEST =
            Map.of(
                    int.class, Integer.MAX_VALUE,
                    Integer.class, Integer.MAX_VALUE,
                    long.class, Long.MAX_VALUE,
                    Long.class, Long.MAX_VALUE);

    private JsonValueFault() {}

    /**
     * @param root the whole text as a JSON tree; a missing node when the text cannot be parsed as a
     *     tree
     */
    static JsonFault of(JsonMappingException e, JsonNode root, int line) {
        String path = JsonPath.of(e.getPath());
        String field = path.isEmpty() ? null : path;
        if (e instanceof UnrecognizedPropertyException unknown) {
            String expected =
                    unknown.getKnownPropertyIds() == null
                            ? "a known field"
                            : "one of the fields " + new TreeSet<>(unknown.getKnownPropertyIds());
            return new JsonFault(field, unknown.getPropertyName(), expected, line);
        }
        if (e.getPath().isEmpty() && isTrailing(e)) {
            return new JsonFault(null, "more text", "the end after the first value", line);
        }
        Optional<String> refusal = Optional.ofNullable(e.getCause()).flatMap(OwnMessage::of);
        if (refusal.isPresent()) {
            return new JsonFault(field, "", refusal.get(), line);
        }
        JsonNode node = JsonPath.find(root, e.getPath());
        Optional<String> absent =
                e.getCause() == null ? Optional.empty() : absent(targetOf(e), node);
        if (absent.isPresent()) {
            String name = path.isEmpty() ? absent.get() : path + "." + absent.get();
            return new JsonFault(name, null, "a value", line);
        }
        return new JsonFault(field, shown(e, node), expected(e), line);
    }

    private static boolean isTrailing(JsonMappingException e) {
        return String.valueOf(e.getOriginalMessage()).startsWith("Trailing token");
    }

    private static String shown(JsonMappingException e, JsonNode node) {
        if (e instanceof InvalidFormatException wrong) {
            return JsonFault.shortened(String.valueOf(wrong.getValue()));
        }
        if (node.isMissingNode()) {
            return null;
        }
        return JsonFault.shortened(node.isTextual() ? node.textValue() : node.toString());
    }

    private static String expected(JsonMappingException e) {
        Class<?> type = targetOf(e);
        return type == null ? "another value" : expected(type);
    }

    /** The type to which the value should have been converted; null when the type is unknown. */
    private static Class<?> targetOf(JsonMappingException e) {
        if (e.getCause() instanceof InputCoercionException tooLarge) {
            return tooLarge.getTargetType();
        }
        if (e instanceof ValueInstantiationException refused) {
            return refused.getType().getRawClass();
        }
        return e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    }

    /**
     * The path of the first record component without a value in the JSON, or of the first null in a
     * list or map of the record.
     */
    private static Optional<String> absent(Class<?> type, JsonNode node) {
        if (type == null || !type.isRecord()) {
            return Optional.empty();
        }
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .flatMap(name -> absent(name, node.path(name)))
                .findFirst();
    }

    private static Stream<String> absent(String name, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Stream.of(name);
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .filter(entry -> entry.getValue().isNull())
                    .map(entry -> name + "." + entry.getKey());
        }
        return value.isArray()
                ? IntStream.range(0, value.size())
                        .filter(i -> value.get(i).isNull())
                        .mapToObj(i -> name + "[" + i + "]")
                : Stream.empty();
    }

    private static String nameOf(Class<?> type) {
        return type == null
                ? "value"
                : type.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT);
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> MineJson.mapper().convertValue(constant, String.class))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (LARGEST.containsKey(type)) {
            return "a whole number of at most " + LARGEST.get(type);
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        if (type == Instant.class) {
            return "an ISO-8601 time in UTC, ending in Z";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        boolean list = type.isArray() || Collection.class.isAssignableFrom(type);
        return list ? "a list" : Map.class.isAssignableFrom(type) ? "fields" : "a " + nameOf(type);
    }
}
