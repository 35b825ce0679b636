package io.fueloptimine.jobs.simulator.site;

import java.time.Instant;

/**
 * External influences on the mine: weather, wear, theft, road closures and breakdowns.
 *
 * <p>Every result must depend on the arguments alone, so that the same conditions and seed give the
 * same simulation. The simulation calls each method once per machine and simulated second; a call
 * should therefore take nanoseconds. The default methods describe a mine without faults.
 */
public interface Conditions {

    /** The conditions of a mine without faults. */
    Conditions NONE = new Conditions() {};

    /**
     * Rolling resistance that weather or damage adds to a road, % of the truck's weight, 0 or more.
     */
    default double extraRollingResistancePct(String segmentId, Instant time) {
        return 0;
    }

    /**
     * The rolling resistance of a road, % of the truck's weight: that of its surface and what
     * weather or damage adds.
     *
     * @param surfacePct rolling resistance of the dry, undamaged surface with its ruts and dust
     */
    default double rollingResistancePct(String segmentId, double surfacePct, Instant time) {
        return surfacePct + extraRollingResistancePct(segmentId, time);
    }

    /**
     * Whether a road is closed. Trucks that are already on the road when it is closed complete the
     * segment.
     */
    default boolean roadClosed(String segmentId, Instant time) {
        return false;
    }

    /**
     * Fuel consumption divided by that of a healthy machine: 1 for a healthy machine, above 1 with
     * worn injectors.
     */
    default double fuelFactor(String machineId, Instant time) {
        return 1;
    }

    /**
     * Speed divided by the speed that road, truck and operator give: 1 as a rule, below 1 for
     * example in fog. The litres of a metre stay the same. Above 0.
     */
    default double speedFactor(String machineId, Instant time) {
        return 1;
    }

    /**
     * Speed on a road divided by the speed that road, truck and operator give, like {@link
     * #speedFactor(String, Instant)}; where a mine is fitted to records, the pace that trucks drove
     * on the road.
     */
    default double speedFactor(String machineId, String segmentId, Instant time) {
        return speedFactor(machineId, time);
    }

    /**
     * How long a face or a dump holds a truck although it is free, divided by the usual time: 1 as
     * a rule, 0 or more.
     *
     * @param placeId loading unit or location of the dump
     */
    default double holdFactor(String placeId, Instant time) {
        return 1;
    }

    /**
     * Payload that a loading unit puts on a truck, t: the drawn one as a rule. The seconds of the
     * load stay the same. Above 0.
     *
     * @param nominalT nominal payload of the truck's class, t
     */
    default double payloadT(String unitId, double drawnT, double nominalT, Instant time) {
        return drawnT;
    }

    /** Fuel that leaks from a machine's tank, with the engine on or off, L/h. */
    default double leakLph(String machineId, Instant time) {
        return 0;
    }

    /**
     * Fuel stolen from a machine's tank in a period, L. The simulation calls this method only for
     * periods in which the machine is parked with its engine off.
     *
     * @param from start of the period, inclusive
     * @param to end of the period, exclusive
     */
    default double stolenL(String machineId, Instant from, Instant to) {
        return 0;
    }

    /** Whether a truck, loading unit or auxiliary machine is broken down. */
    default boolean down(String machineId, Instant time) {
        return false;
    }

    /**
     * Whether a supervisor has ordered a truck to park with its engine off, independently of
     * dispatch. Once the truck is empty, it drives to the nearest parking area and stays there
     * until the order ends.
     */
    default boolean parked(String machineId, Instant time) {
        return false;
    }
}
