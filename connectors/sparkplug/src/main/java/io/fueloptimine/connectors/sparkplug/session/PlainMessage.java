package io.fueloptimine.connectors.sparkplug.session;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.fueloptimine.models.mine.ReadingStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * A message as a machine that speaks plain JSON would have sent it.
 *
 * @param stream the stream it belongs to
 * @param millis when it was measured, ms since the epoch
 * @param fields its fields but the time, as the inside of a JSON object
 */
record PlainMessage(ReadingStream stream, long millis, String fields) {

    /** Fields by name, values as JSON; those that are null are left out. */
    static PlainMessage of(ReadingStream stream, long millis, Map<String, String> fields) {
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
        return new PlainMessage(stream, millis, json.toString());
    }

    /** The whole message. */
    byte[] json() {
        String object = "{\"time\":\"" + Instant.ofEpochMilli(millis) + "\"" + fields + "}";
        return object.getBytes(StandardCharsets.UTF_8);
    }
}
