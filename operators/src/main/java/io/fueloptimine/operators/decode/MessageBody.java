package io.fueloptimine.operators.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A message's JSON object, read once from front to back.
 *
 * @param <R> the record of the stream's own fields
 * @param sequence the sender's running number; -1 when it sends none
 * @param time when it was measured (UTC)
 * @param content the stream's own fields
 */
record MessageBody<R extends Record>(long sequence, Instant time, R content) {

    /** Far above any message of a machine (300 bytes) and any note. */
    static final int MAX_BYTES = 65_536;

    private static final int MAX_DEPTH = 16;
    private static final int MAX_TEXT_LENGTH = 8_192;
    private static final int MAX_NAME_LENGTH = 128;
    private static final int MAX_NUMBER_LENGTH = 64;

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
                    // Field names are a sender's to make up; they must not stay in the JVM.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build();

    /** Reads one object; unknown fields are passed over. */
    static <R extends Record> MessageBody<R> parse(byte[] payload, RecordSchema<R> schema)
            throws FieldFault {
        requireUtf8(payload);
        try (JsonParser json = JSON.createParser(payload)) {
            return readObject(json, schema);
        } catch (IOException e) {
            throw new FieldFault(null, firstLine(e), "one JSON object");
        }
    }

    private static <R extends Record> MessageBody<R> readObject(
            JsonParser json, RecordSchema<R> schema) throws IOException, FieldFault {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new FieldFault(null, String.valueOf(json.currentToken()), "one JSON object");
        }
        Object[] values = schema.newValues();
        Long sequence = null;
        Instant time = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            boolean present = json.nextToken() != JsonToken.VALUE_NULL;
            if (field.equals("time")) {
                time = present ? (Instant) FieldType.TIME.read(json, field) : null;
            } else if (field.equals("sequence")) {
                sequence = present ? (Long) FieldType.INTEGER.read(json, field) : null;
            } else if (!schema.accept(field, json, values)) {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new FieldFault(null, json.getText(), "nothing after the JSON object");
        }
        Required.present("time", time);
        return new MessageBody<>(checkedSequence(sequence), time, schema.create(values));
    }

    private static long checkedSequence(Long sequence) throws FieldFault {
        if (sequence == null) {
            return -1;
        }
        if (sequence < 0) {
            throw new FieldFault("sequence", sequence.toString(), "0 or more");
        }
        return sequence;
    }

    /** Jackson lets some malformed sequences pass; ASCII, the usual case, needs only a glance. */
    private static void requireUtf8(byte[] payload) throws FieldFault {
        int bits = 0;
        for (byte b : payload) {
            bits |= b;
        }
        if (bits >= 0) {
            return;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
        } catch (CharacterCodingException e) {
            throw new FieldFault(null, e.getMessage(), "UTF-8");
        }
    }

    private static String firstLine(IOException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
