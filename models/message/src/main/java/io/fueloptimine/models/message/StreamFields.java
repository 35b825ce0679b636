package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields that the messages of a stream may have. Code that creates messages uses this class.
 */
public final class StreamFields {

    /** The kinds of field values. */
    public enum Kind {
        /** A number; some fields accept whole numbers only. */
        NUMBER,
        /** A text. */
        TEXT,
        /** The name of a production state. */
        STATE,
        /** An instant. */
        TIME
    }

    /**
     * A field of a message.
     *
     * @param name the name of the field
     * @param quantity the name of the field that gives the same quantity in the standard unit; a
     *     message must have at most one field of each quantity
     * @param kind the kind of the field's values
     */
    public record Field(String name, String quantity, Kind kind) {}

    private StreamFields() {}

    /** All fields of a stream by name, in the order of the schema. */
    public static Map<String, Field> of(ReadingStream stream) {
        Map<Integer, String> quantities = new LinkedHashMap<>();
        Map<String, Field> fields = new LinkedHashMap<>();
        StreamSchemas.of(stream)
                .fields()
                .values()
                .forEach(
                        field -> {
                            quantities.putIfAbsent(field.index(), field.name());
                            fields.put(
                                    field.name(),
                                    new Field(
                                            field.name(),
                                            quantities.get(field.index()),
                                            kind(field.type())));
                        });
        return Collections.unmodifiableMap(fields);
    }

    private static Kind kind(FieldType type) {
        return switch (type) {
            case NUMBER, INTEGER -> Kind.NUMBER;
            case TIME -> Kind.TIME;
            case STATE -> Kind.STATE;
            default -> Kind.TEXT;
        };
    }
}
