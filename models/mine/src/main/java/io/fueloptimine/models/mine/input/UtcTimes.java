package io.fueloptimine.models.mine.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Reads an {@link Instant} from an ISO-8601 text only. Without this class, Jackson also accepts
 * numbers, and texts that contain a number, as seconds since the epoch; a number of milliseconds
 * would become a time in the year 57,983.
 */
public final class UtcTimes extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;
    private static final String EXPECTED =
            "expected an ISO-8601 time with its offset, such as 2026-01-05T08:00:00Z";

    private UtcTimes() {
        super(Instant.class);
    }

    /** The Jackson module for the types of {@code java.time}. */
    public static Module module() {
        return new JavaTimeModule().addDeserializer(Instant.class, new UtcTimes());
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        String text = json.getText();
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant)
                    context.handleUnexpectedToken(
                            Instant.class, json.currentToken(), json, "%s, %s", text, EXPECTED);
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, EXPECTED);
        }
    }
}
