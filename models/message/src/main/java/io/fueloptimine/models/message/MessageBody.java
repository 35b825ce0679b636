package io.fueloptimine.models.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/**
 * The parsed JSON object of a message.
 *
 * @param <R> the record of the stream's own fields
 * @param sequence the sender's sequence number; -1 when the sender sends none
 * @param time when the content was measured (UTC)
 * @param content the stream's own fields
 * @param unknownFields the fields of the message that are not in the schema, as the text of one
 *     JSON object; null when there are none
 */
public record MessageBody<R extends Record>(
        long sequence, Instant time, R content, String unknownFields) {

    /** The size of the largest accepted message, bytes; a telemetry message has about 300. */
    public static final int MAX_BYTES = 65_536;

    static final int MAX_DEPTH = 16;
    static final int MAX_TEXT_LENGTH = 8_192;
    static final int MAX_NAME_LENGTH = 128;
    static final int MAX_NUMBER_LENGTH = 64;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(MAX_TEXT_LENGTH)
                                    .maxNameLength(MAX_NAME_LENGTH)
                                    .maxNumberLength(MAX_NUMBER_LENGTH)
                                    .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    // Senders choose field names freely; interning them would leak memory.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    // JSON exchanged between systems is UTF-8 (RFC 8259).
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .build();

    /** Parses one JSON object. Unknown fields are kept as they were sent. */
    static <R extends Record> MessageBody<R> parse(byte[] payload, RecordSchema<R> schema)
            throws InvalidFieldException {
        requireUtf8(payload);
        int start = startOf(payload);
        try (JsonParser json = JSON.createParser(payload, start, payload.length - start)) {
            return parse(json, schema, new UnknownFields(payload, start));
        } catch (IOException e) {
            throw new InvalidFieldException(null, "an unreadable message", "one JSON object");
        }
    }

    private static <R extends Record> MessageBody<R> parse(
            JsonParser json, RecordSchema<R> schema, UnknownFields unknown)
            throws IOException, InvalidFieldException {
        try {
            return readObject(json, schema, unknown);
        } catch (JsonProcessingException e) {
            throw MalformedJson.fault(e, json, unknown.message(), schema);
        }
    }

    private static <R extends Record> MessageBody<R> readObject(
            JsonParser json, RecordSchema<R> schema, UnknownFields unknown)
            throws IOException, InvalidFieldException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidFieldException(null, firstValue(json), "one JSON object");
        }
        RecordSchema<R>.Values values = schema.newValues();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            MessageField field = schema.field(json.currentName());
            if (field == null) {
                unknown.keep(json);
            } else {
                json.nextToken();
                values.accept(field, json);
            }
        }
        if (json.nextToken() != null) {
            throw new InvalidFieldException(
                    null, firstValue(json), "nothing after the JSON object");
        }
        RequiredField.check(RecordSchema.TIME, values.time());
        return new MessageBody<>(
                checkedSequence(values.sequence()),
                values.time(),
                values.content(),
                unknown.toJson());
    }

    static long checkedSequence(Long sequence) throws InvalidFieldException {
        if (sequence == null) {
            return -1;
        }
        if (sequence < 0) {
            throw new InvalidFieldException("sequence", sequence.toString(), "0 or more");
        }
        return sequence;
    }

    /** The offset after a byte order mark, which RFC 8259 allows parsers to ignore. */
    private static int startOf(byte[] payload) {
        boolean marked =
                payload.length >= 3
                        && payload[0] == (byte) 0xEF
                        && payload[1] == (byte) 0xBB
                        && payload[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    /**
     * Checks the encoding, because Jackson accepts some malformed sequences. A check for pure
     * ASCII, the usual case, comes first because it is faster.
     */
    private static void requireUtf8(byte[] payload) throws InvalidFieldException {
        int bits = 0;
        for (byte b : payload) {
            bits |= b;
        }
        if (bits >= 0) {
            return;
        }
        ByteBuffer input = ByteBuffer.wrap(payload);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(input);
        } catch (CharacterCodingException e) {
            int at = input.position();
            String found = String.format(Locale.ROOT, "byte 0x%02X at offset %d", payload[at], at);
            throw new InvalidFieldException(null, found, "UTF-8");
        }
    }

    /**
     * The value at the parser's position, for the text of a fault: a scalar value as text, or the
     * kind of any other value.
     */
    private static String firstValue(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            return "a blank message";
        }
        return switch (token) {
            case START_ARRAY -> "a list";
            case START_OBJECT -> "another object";
            default -> json.getText();
        };
    }
}
