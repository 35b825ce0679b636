package io.fueloptimine.jobs.simulator.scenario;

import java.time.Duration;
import java.util.Set;

/** A fault of sensors or radio: the mine works on, its messages suffer. */
public sealed interface DeliveryFault extends Fault {

    /** The machines whose messages it touches. */
    Set<String> machineIds();

    /**
     * A sensor that repeats the value it had when it stuck.
     *
     * @param field the telemetry field
     */
    record StuckSensor(Span span, Set<String> machineIds, String field) implements DeliveryFault {}

    /** A machine that utters nothing; what it would have said is never sent. */
    record SilentSensor(Span span, Set<String> machineIds) implements DeliveryFault {}

    /**
     * Messages that arrive broken.
     *
     * @param rate share of the messages, above 0, at most 1
     */
    record CorruptPayload(Span span, Set<String> machineIds, double rate)
            implements DeliveryFault {}

    /**
     * A controller whose clock is wrong.
     *
     * @param skew how far it runs ahead (positive) or behind (negative)
     */
    record ClockSkew(Span span, Set<String> machineIds, Duration skew) implements DeliveryFault {}

    /**
     * Messages sent twice.
     *
     * @param rate share of the messages, above 0, at most 1
     */
    record DuplicateDelivery(Span span, Set<String> machineIds, double rate)
            implements DeliveryFault {}

    /**
     * Messages that others overtake.
     *
     * @param rate share of the messages, above 0, at most 1
     * @param maxDelay the longest delay in mine time; delays are uniform up to it
     */
    record OutOfOrder(Span span, Set<String> machineIds, double rate, Duration maxDelay)
            implements DeliveryFault {}

    /** Machines cut off from the radio, which deliver everything in a burst at its end. */
    record RadioShadow(Span span, Set<String> machineIds) implements DeliveryFault {}
}
