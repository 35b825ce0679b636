package io.fueloptimine.models.quality.expectation;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.AssignmentReply;
import io.fueloptimine.models.mine.reading.Note;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Refuel;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.reading.Telemetry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A field of a stream's readings, looked up by name: a component of the stream's record, or one of
 * {@code site}, {@code machineId}, {@code sequence} and {@code time}. Thread-safe.
 */
public final class ReadingField {

    private static final List<String> COMMON = List.of("site", "machineId", "sequence", "time");

    private final Function<Reading, ? extends Record> owner;
    private final Method accessor;

    private ReadingField(Function<Reading, ? extends Record> owner, Method accessor) {
        this.owner = owner;
        this.accessor = accessor;
        accessor.setAccessible(true);
    }

    /**
     * The field with the given name.
     *
     * @throws IllegalArgumentException when the stream has no such field
     */
    public static ReadingField of(ReadingStream stream, String name) {
        return find(stream, name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "stream " + stream.topicName() + " has no field " + name));
    }

    /** The field with the given name; empty when the stream has no such field. */
    public static Optional<ReadingField> find(ReadingStream stream, String name) {
        Optional<ReadingField> common =
                component(Reading.class, name)
                        .filter(method -> COMMON.contains(name))
                        .map(method -> new ReadingField(reading -> reading, method));
        return common.isPresent()
                ? common
                : component(recordOf(stream), name)
                        .map(method -> new ReadingField(ownerOf(stream), method));
    }

    /** The type of the value, primitive or boxed. */
    public Class<?> type() {
        return accessor.getReturnType();
    }

    /** Whether the values of the field are numbers. */
    public boolean isNumber() {
        return type() == double.class
                || type() == long.class
                || type() == int.class
                || Number.class.isAssignableFrom(type());
    }

    /** The value of the field in a reading; null when absent. */
    public Object valueIn(Reading reading) {
        Record record = owner.apply(reading);
        if (record == null) {
            return null;
        }
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("accessor failed: " + accessor, e);
        }
    }

    /** Whether {@link #with} can replace the value. */
    boolean isReplaceable() {
        Class<?> declaring = accessor.getDeclaringClass();
        return declaring != Reading.class && (type() == double.class || type() == Double.class);
    }

    /** A copy of the reading with another value of this field. */
    Reading with(Reading reading, double value) {
        Record payload = owner.apply(reading);
        Record changed = copy(payload, accessor.getName(), value);
        String name = reading.stream().topicName();
        return (Reading) copy(reading, name, changed);
    }

    private static Record copy(Record record, String component, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] =
                        components[i].getName().equals(component)
                                ? value
                                : components[i].getAccessor().invoke(record);
            }
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot copy record: " + record, e);
        }
    }

    private static Optional<Method> component(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .map(RecordComponent::getAccessor)
                .findFirst();
    }

    private static Class<? extends Record> recordOf(ReadingStream stream) {
        return switch (stream) {
            case TELEMETRY -> Telemetry.class;
            case STATE -> StateChange.class;
            case REFUEL -> Refuel.class;
            case NOTE -> Note.class;
            case REPLY -> AssignmentReply.class;
            case CYCLE -> HaulCycle.class;
        };
    }

    private static Function<Reading, ? extends Record> ownerOf(ReadingStream stream) {
        return switch (stream) {
            case TELEMETRY -> Reading::telemetry;
            case STATE -> Reading::state;
            case REFUEL -> Reading::refuel;
            case NOTE -> Reading::note;
            case REPLY -> Reading::reply;
            case CYCLE -> Reading::cycle;
        };
    }
}
