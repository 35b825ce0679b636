package io.fueloptimine.models.mine.reading;

/**
 * A change of a machine's production state.
 *
 * @param state the new state
 * @param previousState the state before the change; null on the first message
 * @param locationId the last location that the machine reached
 * @param destinationId the destination of the machine; null when none
 * @param counterpartId for a truck, the loading unit that loads it; for a loading unit, the truck
 *     being loaded; null when there is none
 * @param payloadT payload, t; null when unknown
 * @param fuelLevelPct tank level, %; null when unknown
 * @param operatorId the operator; null when none
 * @param assignmentId the assignment that the truck follows; null without one
 * @param reason the reason code as sent; null when the state needs no reason
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
