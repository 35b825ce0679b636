package io.fueloptimine.jobs.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Reads and creates public records by reflection. */
final class RecordAccess {

    private RecordAccess() {}

    /** The value of one component of a record. */
    static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /**
     * Creates a record of the same type as {@code like} with the given component values.
     *
     * @throws InvocationTargetException if the record's constructor rejects the values
     */
    @SuppressWarnings("unchecked")
    static <T extends Record> T create(T like, Object[] values) throws InvocationTargetException {
        Class<?>[] types =
                Arrays.stream(like.getClass().getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = like.getClass().getDeclaredConstructor(types);
            return (T) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + like.getClass(), e);
        }
    }
}
