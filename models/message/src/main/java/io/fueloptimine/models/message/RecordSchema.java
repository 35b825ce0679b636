package io.fueloptimine.models.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fueloptimine.models.mine.reading.ProductionState;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of one kind of message: the fields that every message has, one field per component of
 * the record, and fields in other units, whose values are converted to the unit of a component.
 * Immutable after construction, thread-safe.
 *
 * @param <R> the record that the messages are read into
 */
final class RecordSchema<R extends Record> {

    static final String TIME = "time";
    static final String SEQUENCE = "sequence";

    private static final Map<Class<?>, FieldType> TYPES =
            Map.of(
                    Double.class, FieldType.NUMBER,
                    Long.class, FieldType.INTEGER,
                    String.class, FieldType.TEXT,
                    Instant.class, FieldType.TIME,
                    ProductionState.class, FieldType.STATE);

    /** The type of each text field that contains a name. */
    private static final Map<String, FieldType> NAMES =
            Map.of(
                    "truckId", FieldType.MACHINE,
                    "equipmentClass", FieldType.LABEL,
                    "operatorId", FieldType.LABEL,
                    "loadingUnitId", FieldType.LABEL,
                    "loadLocationId", FieldType.LABEL,
                    "dumpLocationId", FieldType.LABEL,
                    "locationId", FieldType.LABEL,
                    "destinationId", FieldType.LABEL,
                    "counterpartId", FieldType.LABEL,
                    "author", FieldType.LABEL);

    private final Constructor<R> constructor;
    private final Map<String, MessageField> fields = new LinkedHashMap<>();
    private final int size;

    private RecordSchema(Class<R> record) {
        RecordComponent[] components = record.getRecordComponents();
        size = components.length;
        add(new MessageField(TIME, size, FieldType.TIME, Unit.SAME));
        add(new MessageField(SEQUENCE, size + 1, FieldType.INTEGER, Unit.SAME));
        for (int i = 0; i < size; i++) {
            String name = components[i].getName();
            FieldType type = NAMES.getOrDefault(name, TYPES.get(components[i].getType()));
            add(new MessageField(name, i, type, Unit.SAME));
        }
        constructor = canonicalConstructor(record, components);
    }

    /**
     * Creates the schema of a record. The components of the record must be Double, Long, String,
     * Instant or ProductionState.
     */
    static <R extends Record> RecordSchema<R> of(Class<R> record) {
        return new RecordSchema<>(record);
    }

    /** Adds a field that gives the value of a component in another unit. */
    RecordSchema<R> alsoIn(String field, String component, Unit unit) {
        MessageField same = fields.get(component);
        add(new MessageField(field, same.index(), same.type(), unit));
        return this;
    }

    /** The field with the given name; null when the schema has no such field. */
    MessageField field(String name) {
        return fields.get(name);
    }

    /** All fields by name, in order. */
    Map<String, MessageField> fields() {
        return fields;
    }

    /** Creates an empty set of values for one message. */
    Values newValues() {
        return new Values(size + 2);
    }

    private void add(MessageField field) {
        fields.put(field.name(), field);
    }

    private static <R> Constructor<R> canonicalConstructor(
            Class<R> record, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no canonical constructor: " + record.getName(), e);
        }
    }

    /**
     * The values of one message. A field that occurs twice, or a quantity given in two units, is an
     * error, because it is ambiguous.
     */
    final class Values {

        private final Object[] values;
        private final MessageField[] fieldOf;

        private Values(int count) {
            values = new Object[count];
            fieldOf = new MessageField[count];
        }

        /** Parses the parser's current value and stores it. */
        void accept(MessageField field, JsonParser json) throws IOException, InvalidFieldException {
            int index = field.index();
            if (fieldOf[index] == field) {
                throw new InvalidFieldException(
                        field.name(), "the field twice", "each field at most once");
            }
            boolean present = json.currentToken() != JsonToken.VALUE_NULL;
            if (present && values[index] != null) {
                throw new InvalidFieldException(
                        field.name(),
                        json.getText() + " in addition to " + fieldOf[index].name(),
                        "each quantity in one unit");
            }
            if (present) {
                values[index] = field.read(json);
            }
            if (present || fieldOf[index] == null) {
                fieldOf[index] = field;
            }
        }

        /** The time of measurement; null when the message has none. */
        Instant time() {
            return (Instant) values[size];
        }

        /** The sender's sequence number; null when the message has none. */
        Long sequence() {
            return (Long) values[size + 1];
        }

        /** Creates the record from the values other than time and sequence number. */
        R content() {
            try {
                return constructor.newInstance(Arrays.copyOf(values, size));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot create " + constructor.getName(), e);
            }
        }
    }
}
