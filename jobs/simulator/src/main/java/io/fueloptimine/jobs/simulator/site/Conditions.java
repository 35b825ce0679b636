package io.fueloptimine.jobs.simulator.site;

import java.time.Instant;

/**
 * External influences on the mine: weather, wear, theft, road closures and breakdowns.
 *
 * <p>Every result depends on the arguments alone, so that the same conditions and seed give the
 * same simulation. The simulation queries them once per machine and simulated second; a query
 * should take nanoseconds. The default methods describe a mine without faults.
 */
public interface Conditions {

    /** No faults. */
    Conditions NONE = new Conditions() {};

    /** Rolling resistance that weather or damage adds to a road, % of weight, 0 or more. */
    default double extraRollingResistancePct(String segmentId, Instant time) {
        return 0;
    }

    /** Whether a road is closed. Trucks that are on it already complete the segment. */
    default boolean roadClosed(String segmentId, Instant time) {
        return false;
    }

    /** Fuel burnt relative to a healthy machine: 1 when healthy, above 1 with injector wear. */
    default double fuelFactor(String machineId, Instant time) {
        return 1;
    }

    /** Fuel that leaks from a machine's tank, with the engine on or off, L/h. */
    default double leakLph(String machineId, Instant time) {
        return 0;
    }

    /**
     * Fuel stolen from a machine's tank, L. Queried only for spans in which the machine is parked
     * with its engine off; in other spans nothing is stolen.
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
     * Whether a supervisor, independently of dispatch, has ordered a truck to park with its engine
     * off. The truck drives to the nearest parking area once it is empty and stays there until the
     * order ends.
     */
    default boolean parked(String machineId, Instant time) {
        return false;
    }
}
