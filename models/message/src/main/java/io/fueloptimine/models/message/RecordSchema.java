package io.fueloptimine.models.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fueloptimine.models.mine.ProductionState;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one message is read from a JSON object: the fields that every message has, those named after
 * the record's components, and fields in named other units that are converted to a component's
 * unit. Immutable once built, thread-safe.
 *
 * @param <R> the record
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

    private final Constructor<R> constructor;
    private final Map<String, MessageField> fields = new LinkedHashMap<>();
    private final int size;

    private RecordSchema(Class<R> record) {
        RecordComponent[] components = record.getRecordComponents();
        size = components.length;
        add(new MessageField(TIME, size, FieldType.TIME, Unit.SAME));
        add(new MessageField(SEQUENCE, size + 1, FieldType.INTEGER, Unit.SAME));
        for (int i = 0; i < size; i++) {
            FieldType type = TYPES.get(components[i].getType());
            add(new MessageField(components[i].getName(), i, type, Unit.SAME));
        }
        constructor = canonicalConstructor(record, components);
    }

    /** A schema of a record whose components are all of the types above, none of them primitive. */
    static <R extends Record> RecordSchema<R> of(Class<R> record) {
        return new RecordSchema<>(record);
    }

    /** Accepts a field in another unit. */
    RecordSchema<R> alsoIn(String field, String component, Unit unit) {
        MessageField same = fields.get(component);
        add(new MessageField(field, same.index(), same.type(), unit));
        return this;
    }

    /** The field of that name; null when the schema does not know it. */
    MessageField field(String name) {
        return fields.get(name);
    }

    /** All fields, in order, by name. */
    Map<String, MessageField> fields() {
        return fields;
    }

    /** Room for the values of one message. */
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
     * What one message says. A field that stands twice, or a quantity given in two units, is a
     * fault: nobody could say which of the two is meant.
     */
    final class Values {

        private final Object[] values;
        private final MessageField[] givenBy;

        private Values(int places) {
            values = new Object[places];
            givenBy = new MessageField[places];
        }

        /** Reads the parser's current value into its field's place. */
        void accept(MessageField field, JsonParser json) throws IOException, FieldFault {
            int place = field.index();
            if (givenBy[place] == field) {
                throw new FieldFault(field.name(), "the field twice", "each field once");
            }
            boolean present = json.currentToken() != JsonToken.VALUE_NULL;
            if (present && values[place] != null) {
                throw new FieldFault(
                        field.name(),
                        json.getText() + " beside " + givenBy[place].name(),
                        "each quantity in one unit");
            }
            if (present) {
                values[place] = field.read(json);
            }
            if (present || givenBy[place] == null) {
                givenBy[place] = field;
            }
        }

        /** When it was measured; null when the message does not say. */
        Instant time() {
            return (Instant) values[size];
        }

        /** The sender's running number; null when it sends none. */
        Long sequence() {
            return (Long) values[size + 1];
        }

        /** The record of the other values. */
        R content() {
            try {
                return constructor.newInstance(Arrays.copyOf(values, size));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot create " + constructor.getName(), e);
            }
        }
    }
}
