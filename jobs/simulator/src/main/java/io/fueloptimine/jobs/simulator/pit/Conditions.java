package io.fueloptimine.jobs.simulator.pit;

import java.time.Instant;

/**
 * What the world does to the mine while it runs: weather, wear, thieves, closures, breakdowns.
 *
 * <p>Every answer depends on its arguments alone, so that the same conditions and seed give the
 * same mine. The pit asks once a mine second and machine; answers should cost nanoseconds. The
 * methods default to an undisturbed mine.
 */
public interface Conditions {

    /** Nothing happens. */
    Conditions NONE = new Conditions() {};

    /** Rolling resistance that weather or damage adds to a road, % of weight, 0 or more. */
    default double extraRollingResistancePct(String segmentId, Instant time) {
        return 0;
    }

    /** Whether a road is closed to everybody. Trucks already on it drive on. */
    default boolean roadClosed(String segmentId, Instant time) {
        return false;
    }

    /** What a machine burns against a healthy one, 1 when healthy (injector wear: above 1). */
    default double fuelFactor(String machineId, Instant time) {
        return 1;
    }

    /** Fuel that drips from a machine's tank whether it runs or not, L/h. */
    default double leakLph(String machineId, Instant time) {
        return 0;
    }

    /**
     * Fuel that somebody draws from a machine's tank, L. Asked only while the machine stands parked
     * with its engine off; what is not asked for is not stolen.
     *
     * @param from start of the span, inclusive
     * @param to its end, exclusive
     */
    default double stolenL(String machineId, Instant from, Instant to) {
        return 0;
    }

    /** Whether a truck, loading unit or auxiliary machine is broken down. */
    default boolean down(String machineId, Instant time) {
        return false;
    }

    /**
     * Whether a truck is told, by its supervisor and not by dispatch, to stand parked with its
     * engine off. It goes to the nearest parking once it is empty and stays until this ends.
     */
    default boolean parked(String machineId, Instant time) {
        return false;
    }
}
