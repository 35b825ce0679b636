package io.fueloptimine.models.drift.residual;

/**
 * What a truck burnt in a window.
 *
 * @param startMs start, ms since the epoch (UTC)
 * @param operatorId the operator; the empty text when unknown
 * @param work what the truck did
 * @param burntL litres burnt
 * @param expectedL litres that the model expects, above 0
 */
public record TruckWindow(
        long startMs, String operatorId, Work work, double burntL, double expectedL) {}
