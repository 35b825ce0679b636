package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.ReadingStream;
import java.util.List;
import java.util.Map;

/**
 * One machine at one moment; what does not apply to it is null or zero.
 *
 * @param sequences the next number of each stream
 * @param dice the state of its dice
 * @param fuelL what is in the tank, L
 * @param burntL what the engine has burnt in its life, L
 * @param engineHours h
 * @param engineOn whether the engine runs
 * @param state what it last reported
 * @param phase a truck's phase
 * @param resume the phase a standing truck goes back to; null when it decides anew
 * @param reason why it stands
 * @param placeId the last place it reached
 * @param destinationId where it is bound
 * @param legTo the end of the road it is on
 * @param legDoneM metres of that road behind it
 * @param wakeInMs ms until what it waits for, negative when it waits for another machine
 * @param payloadT t
 * @param unitId the loading unit it serves
 * @param dumpId the dump it is bound for
 * @param assignmentId the assignment it follows
 * @param refuelAtL the tank level at which it goes for fuel by itself, L
 * @param breakdownInMs ms until its next breakdown
 * @param underOrder whether it rests because dispatch told it to
 * @param orders accepted orders not yet begun
 */
public record MachineSnapshot(
        Map<ReadingStream, Long> sequences,
        long dice,
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
        long wakeInMs,
        double payloadT,
        String unitId,
        String dumpId,
        String assignmentId,
        double refuelAtL,
        long breakdownInMs,
        boolean underOrder,
        List<Order> orders) {

    /** A machine of which only voice, dice and tank matter. */
    static MachineSnapshot of(
            Map<ReadingStream, Long> sequences,
            Dice dice,
            Tank tank,
            double engineHours,
            ProductionState state) {
        return new MachineSnapshot(
                sequences,
                dice == null ? 0 : dice.state(),
                tank == null ? 0 : tank.levelL(),
                tank == null ? 0 : tank.burntL(),
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
