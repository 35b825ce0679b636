package io.fueloptimine.jobs.simulator.state;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.station.FuelTank;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.List;
import java.util.Map;

/**
 * The state of one machine. Fields that do not apply to the machine are null or zero.
 *
 * @param sequences the next sequence number of each stream
 * @param randomState the state of its random number generator
 * @param fuelL fuel in the tank, L
 * @param burntL fuel that the engine has burnt in its life, L
 * @param engineHours engine hours, h
 * @param engineOn whether the engine runs
 * @param state the production state that it last reported
 * @param phase the phase of a truck
 * @param resume the phase that a standing truck returns to; null when it decides anew
 * @param reason why it stands
 * @param placeId the last location that it reached
 * @param destinationId the location that it drives to
 * @param legTo the end of the road segment that it is on
 * @param legDoneM distance driven on that segment, m
 * @param nextEventInMs ms until its next event; negative when it waits for another machine
 * @param payloadT payload, t
 * @param unitId the loading unit that serves it
 * @param dumpId the dump that it drives to
 * @param assignmentId the assignment that it follows
 * @param refuelAtL the tank level at which it drives to the fuel bay by itself, L
 * @param breakdownInMs ms until its next breakdown
 * @param restsByAssignment whether it rests because an assignment says so
 * @param assignments accepted assignments that it has not begun
 */
public record MachineSnapshot(
        Map<ReadingStream, Long> sequences,
        long randomState,
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
        long nextEventInMs,
        double payloadT,
        String unitId,
        String dumpId,
        String assignmentId,
        double refuelAtL,
        long breakdownInMs,
        boolean restsByAssignment,
        List<AcceptedAssignment> assignments) {

    /** A loading unit. */
    public static MachineSnapshot ofLoadingUnit(
            Map<ReadingStream, Long> sequences, SeededRandom random, ProductionState state) {
        return of(sequences, random.state(), 0, 0, 0, state);
    }

    /** A fuel bay. */
    public static MachineSnapshot ofFuelBay(Map<ReadingStream, Long> sequences) {
        return of(sequences, 0, 0, 0, 0, null);
    }

    /** An auxiliary machine. */
    public static MachineSnapshot ofAuxMachine(
            Map<ReadingStream, Long> sequences,
            SeededRandom random,
            FuelTank tank,
            double engineHours,
            ProductionState state) {
        return of(sequences, random.state(), tank.levelL(), tank.burntL(), engineHours, state);
    }

    private static MachineSnapshot of(
            Map<ReadingStream, Long> sequences,
            long randomState,
            double fuelL,
            double burntL,
            double engineHours,
            ProductionState state) {
        return new MachineSnapshot(
                sequences,
                randomState,
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
                -1,
                0,
                null,
                null,
                null,
                0,
                0,
                false,
                List.of());
    }
}
