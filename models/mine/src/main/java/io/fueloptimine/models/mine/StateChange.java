package io.fueloptimine.models.mine;

/**
 * A change of a machine's production state.
 *
 * @param state the new state
 * @param previousState the state it left; null on the first message
 * @param locationId where it is: the last location it reached
 * @param destinationId its destination; null when none
 * @param counterpartId the loading unit that loads it, or the truck being loaded; null when alone
 * @param payloadT payload, t; null when unknown
 * @param fuelLevelPct tank level, %; null when unknown
 * @param operatorId the operator; null when none
 * @param assignmentId the assignment it follows; null without one
 * @param reason why, as the code that was sent; null when the state needs no reason
 */
public record StateChange(
        ProductionState state,
        ProductionState previousState,
        String locationId,
        String destinationId,
        String counterpartId,
        Double payloadT,
        Double fuelLevelPct,
        String operatorId,
        String assignmentId,
        String reason) {

    /** The reason code as a {@link StopReason}; null when none was sent. */
    public StopReason stopReason() {
        return StopReason.of(reason);
    }
}
