package io.fueloptimine.jobs.simulator.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.models.mine.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Encodes machine messages for MQTT: a flat JSON object with {@code time}, {@code sequence} and the
 * fields of the body. Fields that are null or not a finite number are omitted. Thread-safe.
 */
public final class WireFormat {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int TYPICAL_BYTES = 512;

    private final String site;

    /**
     * @param site the site's name, the first level of the topic
     */
    public WireFormat(String site) {
        this.site = site;
    }

    /** The topic of the message. */
    public String topicOf(MachineMessage message) {
        return Topics.mqtt(site, message.kind(), message.machineId(), message.stream());
    }

    /** The message as UTF-8 JSON. */
    public byte[] jsonOf(MachineMessage message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("time", message.time().toString());
            json.writeNumberField("sequence", message.sequence());
            for (Map.Entry<String, Object> field : message.body().entrySet()) {
                writeField(json, field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + message, e);
        }
        return bytes.toByteArray();
    }

    private static void writeField(JsonGenerator json, String name, Object value)
            throws IOException {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            return;
        }
        json.writeFieldName(name);
        writeValue(json, value);
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof String || value instanceof Instant) {
            json.writeString(value.toString());
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                writeValue(json, element);
            }
            json.writeEndArray();
        } else {
            throw new IllegalArgumentException(
                    "a body cannot contain a " + value.getClass().getName());
        }
    }
}
