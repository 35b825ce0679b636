package io.fueloptimine.connectors.parquet;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/**
 * Converts a row to the record from which {@link LakeTable} created the row. A null becomes NaN if
 * the component is a primitive number.
 *
 * @param <R> the type of the record, whose components are texts, numbers, times, enums or lists of
 *     texts
 */
final class LakeRowReader<R extends Record> {

    private final List<String> columns;
    private final RecordComponent[] components;
    private final Constructor<R> constructor;

    /**
     * @param renamed the column names of components whose column name differs from the component's
     *     name in snake_case
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

    /** The names of the columns to read. */
    List<String> columns() {
        return columns;
    }

    /**
     * Converts a row.
     *
     * @throws UnreadableRowException when a value is not valid in the record
     */
    R read(GenericRecord row) {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(columns.get(i), components[i].getType(), row.get(columns.get(i)));
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException fault) {
                throw new UnreadableRowException(fault.getMessage(), fault);
            }
            throw new IllegalStateException("cannot create " + constructor.getDeclaringClass(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + constructor.getDeclaringClass(), e);
        }
    }

    private static Object value(String column, Class<?> type, Object stored) {
        if (type == List.class) {
            return stored == null || stored.toString().isEmpty()
                    ? List.of()
                    : List.of(stored.toString().split(","));
        }
        if (stored == null) {
            return ifAbsent(column, type);
        }
        if (type == Instant.class) {
            return Instant.ofEpochMilli((long) stored);
        }
        if (type.isEnum()) {
            return constant(column, type, stored.toString());
        }
        // Interned, because a day's rows repeat a few names a million times.
        return type == String.class ? stored.toString().intern() : stored;
    }

    private static Object ifAbsent(String column, Class<?> type) {
        if (type == double.class) {
            return Double.NaN;
        }
        if (type.isPrimitive()) {
            throw new UnreadableRowException(column + " is missing, expected a value", null);
        }
        return null;
    }

    private static Object constant(String column, Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UnreadableRowException(
                                        column
                                                + " is '"
                                                + name
                                                + "', expected one of "
                                                + Arrays.toString(type.getEnumConstants()),
                                        null));
    }
}
