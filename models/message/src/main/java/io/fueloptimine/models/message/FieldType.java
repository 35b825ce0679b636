package io.fueloptimine.models.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fueloptimine.models.mine.ProductionState;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The types a field of a message may have, and how each is read; null stays null. */
enum FieldType {
    NUMBER {
        @Override
        Object read(JsonParser json, String field) throws IOException, FieldFault {
            if (!json.currentToken().isNumeric()) {
                throw new FieldFault(field, json.getText(), "a number");
            }
            double value = json.getDoubleValue();
            if (!Double.isFinite(value)) {
                throw new FieldFault(field, json.getText(), "a finite number");
            }
            return value;
        }
    },
    INTEGER {
        @Override
        Object read(JsonParser json, String field) throws IOException, FieldFault {
            if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                return json.getLongValue();
            }
            // To JSON, 7.0 is the whole number 7.
            if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                    && isWhole(json.getDoubleValue())) {
                return (long) json.getDoubleValue();
            }
            throw new FieldFault(field, json.getText(), "a whole number");
        }
    },
    TEXT {
        @Override
        Object read(JsonParser json, String field) throws IOException, FieldFault {
            String text = text(json, field, "text");
            if (!isWellFormed(text)) {
                throw new FieldFault(field, "half a surrogate pair", "text of whole characters");
            }
            return text;
        }
    },
    TIME {
        @Override
        Object read(JsonParser json, String field) throws IOException, FieldFault {
            String text = text(json, field, UTC_TIME);
            if (!text.endsWith("Z")) {
                throw new FieldFault(field, text, UTC_TIME);
            }
            try {
                return inCalendar(Instant.parse(text), field);
            } catch (DateTimeException e) {
                throw new FieldFault(field, text, UTC_TIME);
            }
        }
    },
    STATE {
        @Override
        Object read(JsonParser json, String field) throws IOException, FieldFault {
            String text = text(json, field, STATE_NAMES);
            ProductionState state = STATES.get(text);
            if (state == null) {
                throw new FieldFault(field, text, STATE_NAMES);
            }
            return state;
        }
    };

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

    /** Up to here a double holds every whole number. */
    private static final double MAX_EXACT_WHOLE = 1L << 53;

    /**
     * Times outside would overflow milliseconds or have five-digit years, which readers break on.
     */
    private static final Instant CALENDAR_START = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant CALENDAR_END = Instant.parse("9999-01-01T00:00:00Z");

    /** The value at the parser's current token, which is not null. */
    abstract Object read(JsonParser json, String field) throws IOException, FieldFault;

    private static String text(JsonParser json, String field, String expected)
            throws IOException, FieldFault {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new FieldFault(field, json.getText(), expected);
        }
        return json.getText();
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) <= MAX_EXACT_WHOLE;
    }

    /** Half a surrogate pair may stand alone in JSON, but in no UTF-8 after it. */
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

    private static Instant inCalendar(Instant time, String field) throws FieldFault {
        if (time.isBefore(CALENDAR_START) || !time.isBefore(CALENDAR_END)) {
            throw new FieldFault(field, time.toString(), "a year from 1970 to 9998");
        }
        return time;
    }
}
