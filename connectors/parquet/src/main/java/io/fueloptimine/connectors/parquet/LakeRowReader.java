package io.fueloptimine.connectors.parquet;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/**
 * Converts a row to the record that {@link LakeTable} made it from. A null becomes NaN if the
 * component is a primitive number.
 *
 * @param <R> the record; its components are texts, numbers, times, enums or lists of texts
 */
final class LakeRowReader<R extends Record> {

    private final List<String> columns;
    private final RecordComponent[] components;
    private final Constructor<R> constructor;

    /**
     * @param renamed column names by component, where they are not the snake_case name
     */
    LakeRowReader(Class<R> type, Map<String, String> renamed) {
        components = type.getRecordComponents();
        columns =
                Arrays.stream(components)
                        .map(RecordComponent::getName)
                        .map(name -> renamed.getOrDefault(name, LakeTable.snakeCase(name)))
                        .toList();
        try {
            constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    /** The columns to read. */
    List<String> columns() {
        return columns;
    }

    R read(GenericRecord row) {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getType(), row.get(columns.get(i)));
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + constructor.getDeclaringClass(), e);
        }
    }

    private static Object value(Class<?> type, Object stored) {
        if (type == List.class) {
            return stored == null || stored.toString().isEmpty()
                    ? List.of()
                    : List.of(stored.toString().split(","));
        }
        if (stored == null) {
            return type == double.class ? Double.NaN : null;
        }
        if (type == Instant.class) {
            return Instant.ofEpochMilli((long) stored);
        }
        if (type.isEnum()) {
            return constant(type, stored.toString());
        }
        // Interned, because a day's rows repeat a few names a million times.
        return type == String.class ? stored.toString().intern() : stored;
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        name + " is not a constant of " + type.getSimpleName()));
    }
}
