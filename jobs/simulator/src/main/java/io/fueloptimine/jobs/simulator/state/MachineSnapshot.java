package io.fueloptimine.jobs.simulator.state;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.station.FuelTank;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.ReadingStream;
import java.util.List;
import java.util.Map;

/**
 * The state of one machine. Fields that do not apply to the machine are null or zero.
 *
 * @param sequences the next sequence number of each stream
 * @param randomState the state of the random number generator of an auxiliary machine
 * @param loads completed loads of a loading unit
 * @param numbers what selects the random numbers of a truck
 * @param fuelL fuel in the tank, L
 * @param burntL total fuel that the engine has burnt, L
 * @param engineHours engine hours, h
 * @param engineOn whether the engine runs
 * @param state the production state that the machine last published
 * @param phase the phase of a truck
 * @param resume the phase to which a standing truck returns; null when the truck then chooses a new
 *     activity
 * @param reason the reason for which a truck stands
 * @param placeId the last location that the truck reached
 * @param destinationId the location to which the truck drives
 * @param legTo the location at the end of the truck's current road segment
 * @param legDoneM distance driven on the current road segment, m
 * @param legsDriven legs that the truck has driven in this haul cycle
 * @param speedMps speed of the truck, m/s
 * @param nextEventInMs time until the machine's next event, ms; negative when the machine waits for
 *     another machine
 * @param payloadT payload, t
 * @param unitId the loading unit of the truck's current or last load
 * @param dumpId the dump of the truck's current or last load
 * @param assignmentId the assignment that the truck follows
 * @param breakdownInMs time until the machine's next breakdown, ms
 * @param restsByAssignment whether the truck stands because of an assignment
 * @param assignments accepted assignments that the truck has not begun
 */
public record MachineSnapshot(
        Map<ReadingStream, Long> sequences,
        long randomState,
        long loads,
        TruckNumbers numbers,
        double fuelL,
        double burntL,
        double engineHours,
        boolean engineOn,
        ProductionState state,
        TruckPhase phase,
        TruckPhase resume,
        String reason,
        String placeId,
        String destinationId,
        String legTo,
        double legDoneM,
        int legsDriven,
        double speedMps,
        long nextEventInMs,
        double payloadT,
        String unitId,
        String dumpId,
        String assignmentId,
        long breakdownInMs,
        boolean restsByAssignment,
        List<AcceptedAssignment> assignments) {

    /** The snapshot of a loading unit. */
    public static MachineSnapshot ofLoadingUnit(
            Map<ReadingStream, Long> sequences, long loads, ProductionState state) {
        return of(sequences, 0, loads, 0, 0, 0, state);
    }

    /** The snapshot of a fuel bay. */
    public static MachineSnapshot ofFuelBay(Map<ReadingStream, Long> sequences) {
        return of(sequences, 0, 0, 0, 0, 0, null);
    }

    /** The snapshot of an auxiliary machine. */
    public static MachineSnapshot ofAuxMachine(
            Map<ReadingStream, Long> sequences,
            SeededRandom random,
            FuelTank tank,
            double engineHours,
            ProductionState state) {
        return of(sequences, random.state(), 0, tank.levelL(), tank.burntL(), engineHours, state);
    }

    private static MachineSnapshot of(
            Map<ReadingStream, Long> sequences,
            long randomState,
            long loads,
            double fuelL,
            double burntL,
            double engineHours,
            ProductionState state) {
        return new MachineSnapshot(
                sequences,
                randomState,
                loads,
                null,
                fuelL,
                burntL,
                engineHours,
                state != ProductionState.STOPPED,
                state,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                0,
                -1,
                0,
                null,
                null,
                null,
                0,
                false,
                List.of());
    }
}
