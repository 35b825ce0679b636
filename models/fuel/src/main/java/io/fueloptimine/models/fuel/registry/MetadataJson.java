package io.fueloptimine.models.fuel.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fueloptimine.models.fuel.InvalidModelException;
import io.fueloptimine.models.mine.input.JsonFault;
import io.fueloptimine.models.mine.input.UtcTimes;
import java.util.List;

/** Reads and writes model metadata as JSON. It also reads the first metadata format. */
final class MetadataJson {

    private static final String FORMAT = "format";

    /**
     * The field with the end of the windows on which the model was compared with the champion. It
     * is absent when there was no comparison, and in older metadata.
     */
    private static final String COMPARED_UNTIL = "comparedUntil";

    /**
     * The field with the snapshot of the lake that was read. It is absent for other sources, and in
     * older metadata.
     */
    private static final String SNAPSHOT = "snapshot";

    /** The field with the histograms by machine class. It is absent in older metadata. */
    private static final String CLASS_HISTOGRAMS = "classHistograms";

    private static final int PRESENT = 2;

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(UtcTimes.module())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private MetadataJson() {}

    static String write(ModelMetadata metadata) {
        ObjectNode json = JSON.createObjectNode().put(FORMAT, PRESENT);
        json.setAll((ObjectNode) JSON.valueToTree(metadata));
        return json.toPrettyString() + "\n";
    }

    /**
     * The metadata in a text.
     *
     * @param origin names the text in exception messages
     */
    static ModelMetadata read(String text, String origin) {
        try {
            JsonNode json = JSON.readTree(text);
            if (!(json instanceof ObjectNode metadata)) {
                throw new InvalidModelException(origin + ": expected a JSON object");
            }
            return JSON.treeToValue(present(metadata, origin), ModelMetadata.class);
        } catch (JsonProcessingException e) {
            throw new InvalidModelException(
                    origin + ": " + JsonFault.of(e, text, JSON).sentence(), e);
        }
    }

    private static ObjectNode present(ObjectNode metadata, String origin) {
        JsonNode format = metadata.remove(FORMAT);
        if (format != null && format.asInt() != PRESENT) {
            throw new InvalidModelException(
                    origin + ": format is " + format + ", this release reads up to " + PRESENT);
        }
        ObjectNode present = format == null ? MetadataFormat1.toPresent(metadata) : metadata;
        if (present.path("data") instanceof ObjectNode data) {
            for (String field : List.of(COMPARED_UNTIL, SNAPSHOT)) {
                if (!data.has(field)) {
                    data.putNull(field);
                }
            }
        }
        if (!present.has(CLASS_HISTOGRAMS)) {
            present.putObject(CLASS_HISTOGRAMS);
        }
        return present;
    }
}
