package io.fueloptimine.jobs.simulator.scenario;

import java.time.Duration;
import java.util.Set;

/** A fault of sensors, clocks or radio: such a fault changes messages, but not the mine itself. */
public sealed interface DeliveryFault extends ScenarioFault {

    /** The ids of the machines whose messages the fault affects. */
    Set<String> machineIds();

    /**
     * A sensor that repeats the value that it had when the fault began.
     *
     * @param field the telemetry field
     */
    record StuckSensor(Span span, Set<String> machineIds, String field) implements DeliveryFault {}

    /**
     * A sensor that shows a wrong value: the measured value times a factor, plus an offset.
     *
     * <p>Of the counter {@code totalFuelUsedL}, only the increase since the beginning of the fault
     * is multiplied, because a counter has counted correctly before.
     *
     * @param field the telemetry field
     * @param factor above 0
     * @param offset in the unit of the field
     */
    record SensorBias(Span span, Set<String> machineIds, String field, double factor, double offset)
            implements DeliveryFault {}

    /** A machine that sends nothing; its messages are lost. */
    record SilentSensor(Span span, Set<String> machineIds) implements DeliveryFault {}

    /**
     * Messages with a corrupted payload.
     *
     * @param rate share of the messages, above 0, at most 1
     */
    record CorruptPayload(Span span, Set<String> machineIds, double rate)
            implements DeliveryFault {}

    /**
     * Machines whose clock is wrong.
     *
     * @param skew error of the clock; positive when the clock is ahead
     */
    record ClockSkew(Span span, Set<String> machineIds, Duration skew) implements DeliveryFault {}

    /**
     * Messages that arrive twice.
     *
     * @param rate share of the messages, above 0, at most 1
     */
    record DuplicateDelivery(Span span, Set<String> machineIds, double rate)
            implements DeliveryFault {}

    /**
     * Messages that arrive late, after messages that were sent later.
     *
     * @param rate share of the messages, above 0, at most 1
     * @param maxDelay longest delay in simulated time; delays are uniformly distributed from 0 to
     *     this value
     */
    record OutOfOrder(Span span, Set<String> machineIds, double rate, Duration maxDelay)
            implements DeliveryFault {}

    /**
     * Machines without radio coverage. All messages of such a machine arrive when the fault ends.
     */
    record RadioShadow(Span span, Set<String> machineIds) implements DeliveryFault {}
}
