package io.fueloptimine.models.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.input.PrintableText;
import io.fueloptimine.models.mine.reading.ProductionState;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of message fields; each constant parses its type from JSON. */
enum FieldType {
    NUMBER {
        @Override
        Object read(JsonParser json, String field) throws IOException, InvalidFieldException {
            if (!json.currentToken().isNumeric()) {
                throw new InvalidFieldException(field, json.getText(), "a number");
            }
            double value = json.getDoubleValue();
            if (!Double.isFinite(value)) {
                throw new InvalidFieldException(field, json.getText(), "a finite number");
            }
            if (Math.abs(value) >= MAX_EXACT_WHOLE && !isExact(value, json)) {
                throw new InvalidFieldException(
                        field, json.getText(), "a number below 2^53, or one that a double equals");
            }
            return value;
        }
    },
    INTEGER {
        @Override
        Object read(JsonParser json, String field) throws IOException, InvalidFieldException {
            if (!json.currentToken().isNumeric()) {
                throw new InvalidFieldException(field, json.getText(), WHOLE_NUMBER);
            }
            try {
                // JSON does not distinguish 7.0 from 7. A double would round from 2^53 on.
                return json.currentToken() == JsonToken.VALUE_NUMBER_INT
                        ? json.getLongValue()
                        : json.getDecimalValue().longValueExact();
            } catch (StreamReadException | ArithmeticException | NumberFormatException e) {
                throw new InvalidFieldException(field, json.getText(), WHOLE_NUMBER);
            }
        }
    },
    TEXT {
        @Override
        Object read(JsonParser json, String field) throws IOException, InvalidFieldException {
            String text = text(json, field, "text");
            if (!isWellFormed(text)) {
                throw new InvalidFieldException(
                        field, "an unpaired surrogate", "text without unpaired surrogates");
            }
            return text;
        }
    },
    /** A text that names a place, a person or a class. */
    LABEL {
        @Override
        Object read(JsonParser json, String field) throws IOException, InvalidFieldException {
            String text = text(json, field, "text");
            return checked(text, field, MineName.labelViolation(text));
        }
    },
    /** The name of a machine, which becomes a part of keys. */
    MACHINE {
        @Override
        Object read(JsonParser json, String field) throws IOException, InvalidFieldException {
            String text = text(json, field, "text");
            return checked(text, field, MineName.violation(text));
        }
    },
    TIME {
        @Override
        Object read(JsonParser json, String field) throws IOException, InvalidFieldException {
            String text = text(json, field, UTC_TIME);
            if (!text.endsWith("Z")) {
                throw new InvalidFieldException(field, text, UTC_TIME);
            }
            try {
                return inCalendar(Instant.parse(text), field);
            } catch (DateTimeException e) {
                throw new InvalidFieldException(field, text, UTC_TIME);
            }
        }
    },
    STATE {
        @Override
        Object read(JsonParser json, String field) throws IOException, InvalidFieldException {
            String text = text(json, field, STATE_NAMES);
            ProductionState state = STATES.get(text);
            if (state == null) {
                throw new InvalidFieldException(field, text, STATE_NAMES);
            }
            return state;
        }
    };

    private static final String WHOLE_NUMBER = "a whole number of at most 64 bits";
    private static final String UTC_TIME = "an ISO-8601 time in UTC, ending in Z";
    private static final Map<String, ProductionState> STATES =
            Arrays.stream(ProductionState.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    ProductionState::wireName, state -> state));
    private static final String STATE_NAMES =
            Arrays.stream(ProductionState.values())
                    .map(ProductionState::wireName)
                    .collect(Collectors.joining(", ", "one of ", ""));

    /** The largest magnitude up to which a double represents every whole number exactly. */
    private static final double MAX_EXACT_WHOLE = 1L << 53;

    /**
     * The earliest valid time. Together with {@code CALENDAR_END} it bounds the valid range,
     * because times outside overflow a count of milliseconds or have years of five digits, which
     * many consumers cannot parse.
     */
    private static final Instant CALENDAR_START = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant CALENDAR_END = Instant.parse("9999-01-01T00:00:00Z");

    /** A description of valid values. */
    String expected() {
        return switch (this) {
            case NUMBER -> "a number";
            case INTEGER -> "a whole number";
            case TEXT, LABEL, MACHINE -> "text";
            case TIME -> UTC_TIME;
            case STATE -> STATE_NAMES;
        };
    }

    /** Reads a value from the parser's current token, which must not be JSON null. */
    abstract Object read(JsonParser json, String field) throws IOException, InvalidFieldException;

    private static String text(JsonParser json, String field, String expected)
            throws IOException, InvalidFieldException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new InvalidFieldException(field, json.getText(), expected);
        }
        return json.getText();
    }

    private static boolean isExact(double value, JsonParser json) throws IOException {
        return new BigDecimal(value).compareTo(json.getDecimalValue()) == 0;
    }

    private static String checked(String text, String field, Optional<String> violation)
            throws InvalidFieldException {
        if (violation.isPresent()) {
            throw new InvalidFieldException(field, PrintableText.of(text), violation.get());
        }
        return text;
    }

    /**
     * Whether the text contains only paired surrogates. JSON escapes can produce unpaired
     * surrogates, which UTF-8 cannot encode.
     */
    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static Instant inCalendar(Instant time, String field) throws InvalidFieldException {
        if (time.isBefore(CALENDAR_START) || !time.isBefore(CALENDAR_END)) {
            throw new InvalidFieldException(field, time.toString(), "a year from 1970 to 9998");
        }
        return time;
    }
}
