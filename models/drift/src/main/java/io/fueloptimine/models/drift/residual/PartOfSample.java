package io.fueloptimine.models.drift.residual;

/**
 * Windows that are added up. Immutable.
 *
 * @param operatorId the operator
 * @param windows the number of windows
 * @param residualL burnt litres minus expected litres
 * @param expectedL expected litres
 * @param startMs start of the first window, ms since the epoch (UTC)
 */
public record PartOfSample(
        String operatorId, int windows, double residualL, double expectedL, long startMs) {

    /** No windows. */
    public static final PartOfSample NONE = new PartOfSample("", 0, 0, 0, 0);

    PartOfSample with(TruckWindow window, double windowResidualL) {
        return new PartOfSample(
                window.operatorId(),
                windows + 1,
                residualL + windowResidualL,
                expectedL + window.expectedL(),
                windows == 0 ? window.startMs() : startMs);
    }

    double ratio() {
        return residualL / expectedL;
    }
}
