package io.fueloptimine.jobs.simulator.scenario;

import java.time.Duration;
import java.util.Set;

/** A fault of machines, roads or weather; {@link ScenarioConditions} makes the mine feel it. */
public sealed interface PhysicalFault extends Fault {

    /**
     * Rain or a broken surface.
     *
     * @param segmentIds the roads
     * @param extraRollingResistancePct added to the roads' rolling resistance, % of weight
     */
    record WetRoad(Span span, Set<String> segmentIds, double extraRollingResistancePct)
            implements PhysicalFault {}

    /**
     * A truck that burns more and more for the same work.
     *
     * @param extraFuelPct what it burns more once worn, %
     * @param ramp how long the wear takes to grow from nothing, linearly
     */
    record InjectorWear(Span span, String truckId, double extraFuelPct, Duration ramp)
            implements PhysicalFault {}

    /**
     * Fuel drawn from a truck while it stands parked with its engine off.
     *
     * @param litresPerMinute what the thief's pump takes, L/min
     */
    record Theft(Span span, String truckId, double litresPerMinute) implements PhysicalFault {}

    /**
     * A tank that drips.
     *
     * @param litresPerHour what it loses, L/h
     */
    record LeakingTank(Span span, String truckId, double litresPerHour) implements PhysicalFault {}

    /** A truck, shovel or loader that is broken down. */
    record MachineDown(Span span, String machineId) implements PhysicalFault {}

    /** A truck that nobody needs: it goes to its parking, engine off, and stays there. */
    record TruckParked(Span span, String truckId) implements PhysicalFault {}

    /** Roads that nobody may enter. */
    record RoadClosed(Span span, Set<String> segmentIds) implements PhysicalFault {}
}
