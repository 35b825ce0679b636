package io.fueloptimine.connectors.sparkplug.session;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * A plain JSON message with one reading, as machines without Sparkplug send it.
 *
 * @param stream the stream of the reading
 * @param millis time of measurement, ms since the epoch
 * @param fields the fields except the time, as the text of a JSON object without the braces
 */
record ReadingMessage(ReadingStream stream, long millis, String fields) {

    /** Creates a message from JSON values by field name; null values are omitted. */
    static ReadingMessage of(ReadingStream stream, long millis, Map<String, String> fields) {
        StringBuilder json = new StringBuilder();
        fields.forEach(
                (name, value) -> {
                    if (value != null) {
                        json.append(",\"")
                                .append(JsonStringEncoder.getInstance().quoteAsString(name))
                                .append("\":");
                        json.append(value);
                    }
                });
        return new ReadingMessage(stream, millis, json.toString());
    }

    /** The message as a JSON object. */
    byte[] json() {
        String object = "{\"time\":\"" + Instant.ofEpochMilli(millis) + "\"" + fields + "}";
        return object.getBytes(StandardCharsets.UTF_8);
    }
}
