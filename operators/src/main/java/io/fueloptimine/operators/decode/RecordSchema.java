package io.fueloptimine.operators.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fueloptimine.models.mine.ProductionState;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How one record is filled from a JSON object: its components by name, and fields in named other
 * units that are converted to a component's unit. Immutable once built, thread-safe.
 *
 * @param <R> the record
 */
final class RecordSchema<R extends Record> {

    private static final Map<Class<?>, FieldType> TYPES =
            Map.of(
                    Double.class, FieldType.NUMBER,
                    Long.class, FieldType.INTEGER,
                    String.class, FieldType.TEXT,
                    Instant.class, FieldType.TIME,
                    ProductionState.class, FieldType.STATE);

    private final Constructor<R> constructor;
    private final Map<String, Slot> slots = new HashMap<>();
    private final int size;

    /** A component's place, and what turns the field's unit into the component's. */
    private record Slot(int index, FieldType type, double factor, double offset) {

        Object convert(Object value) {
            boolean sameUnit = factor == 1.0 && offset == 0.0;
            return sameUnit ? value : (Object) ((Double) value * factor + offset);
        }
    }

    private RecordSchema(Class<R> record) {
        RecordComponent[] components = record.getRecordComponents();
        size = components.length;
        for (int i = 0; i < size; i++) {
            FieldType type = TYPES.get(components[i].getType());
            slots.put(components[i].getName(), new Slot(i, type, 1.0, 0.0));
        }
        constructor = canonicalConstructor(record, components);
    }

    /** A schema of a record whose components are all of the types above, none of them primitive. */
    static <R extends Record> RecordSchema<R> of(Class<R> record) {
        return new RecordSchema<>(record);
    }

    /** Accepts a field in another unit: component = field * factor + offset. */
    RecordSchema<R> alsoIn(String field, String component, double factor, double offset) {
        Slot slot = slots.get(component);
        slots.put(field, new Slot(slot.index(), slot.type(), factor, offset));
        return this;
    }

    /** Room for the values of one record. */
    Object[] newValues() {
        return new Object[size];
    }

    /** Reads the parser's current value into its place, if the field is known. */
    boolean accept(String field, JsonParser json, Object[] values) throws IOException, FieldFault {
        Slot slot = slots.get(field);
        if (slot == null) {
            return false;
        }
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            values[slot.index()] = slot.convert(slot.type().read(json, field));
        }
        return true;
    }

    /** The record of the values. */
    R create(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + constructor.getName(), e);
        }
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
}
