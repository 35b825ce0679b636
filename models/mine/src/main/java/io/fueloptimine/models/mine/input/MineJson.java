package io.fueloptimine.models.mine.input;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes and reads records as JSON. Instants are ISO-8601 texts in UTC, null values are not written
 * and unknown fields are ignored. A field that occurs twice and a number in place of a time are
 * rejected.
 */
public final class MineJson {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(UtcTimes.module())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    // A number is exact or refused: "12d" is no number and 1.9 is not 1.
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .build();

    private MineJson() {}

    /** The shared mapper. Thread-safe; do not configure it further. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Serialises a record as UTF-8 JSON. */
    public static byte[] toBytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    /**
     * Deserialises a record from UTF-8 JSON.
     *
     * @param json the JSON text; null is rejected like an empty text
     * @return null for the JSON literal null
     * @throws InvalidJsonException when the bytes are not JSON, or do not match the record
     */
    public static <T> T fromBytes(byte[] json, Class<T> type) throws InvalidJsonException {
        if (json == null) {
            throw new InvalidJsonException(new JsonFault(null, null, "JSON", 0), null);
        }
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            String text = new String(json, StandardCharsets.UTF_8);
            throw new InvalidJsonException(JsonFault.of(e, text, MAPPER), e);
        } catch (IOException e) {
            // Bytes that are not text in the encoding that they begin with.
            throw new InvalidJsonException(new JsonFault(null, "other bytes", "UTF-8", 0), e);
        }
    }
}
