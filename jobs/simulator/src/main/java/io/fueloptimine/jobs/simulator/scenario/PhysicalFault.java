package io.fueloptimine.jobs.simulator.scenario;

import java.time.Duration;
import java.util.Set;

/** A fault of machines, roads or weather; {@link ScenarioConditions} applies it to the mine. */
public sealed interface PhysicalFault extends ScenarioFault {

    /**
     * Roads with a wet or damaged surface.
     *
     * @param segmentIds the road segments
     * @param extraRollingResistancePct increase of the rolling resistance, % of the truck's weight
     */
    record WetRoad(Span span, Set<String> segmentIds, double extraRollingResistancePct)
            implements PhysicalFault {}

    /**
     * A truck with an increasing fuel consumption for the same work.
     *
     * @param extraFuelPct additional consumption at the end of the ramp, %
     * @param ramp time in which the additional consumption grows linearly from 0 to its final value
     */
    record InjectorWear(Span span, String truckId, double extraFuelPct, Duration ramp)
            implements PhysicalFault {}

    /**
     * Fuel stolen from a truck while it is parked with its engine off.
     *
     * @param litresPerMinute rate of the theft, L/min
     */
    record Theft(Span span, String truckId, double litresPerMinute) implements PhysicalFault {}

    /**
     * A leaking fuel tank.
     *
     * @param litresPerHour rate of the leak, L/h
     */
    record LeakingTank(Span span, String truckId, double litresPerHour) implements PhysicalFault {}

    /**
     * A loading unit whose operator puts too much or too little on trucks.
     *
     * @param factor payload divided by the usual one
     */
    record WrongLoads(Span span, String unitId, double factor) implements PhysicalFault {}

    /**
     * A truck that drives faster or slower than road, truck and operator give.
     *
     * @param factor speed divided by the usual one
     */
    record WrongSpeed(Span span, String truckId, double factor) implements PhysicalFault {}

    /** A breakdown of a truck, shovel or loader. */
    record MachineDown(Span span, String machineId) implements PhysicalFault {}

    /** A truck that is parked with its engine off, by order of a supervisor. */
    record TruckParked(Span span, String truckId) implements PhysicalFault {}

    /** Road segments that are closed to traffic. */
    record RoadClosed(Span span, Set<String> segmentIds) implements PhysicalFault {}
}
