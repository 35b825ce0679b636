package io.fueloptimine.models.training.evaluation;

/**
 * The litres burned and the litres expected of one machine, for a window, a cycle or an interval
 * between two refuellings.
 *
 * @param machineId the machine; the bootstrap resamples all rows of a machine together
 * @param equipmentClass its class
 * @param route the route; null when unknown
 * @param gradeBand the band of the road grade, such as {@code 3..6 %}; null when unknown
 * @param actualL litres burned
 * @param expectedL litres expected
 * @param lowL lower end of the predicted interval, L; NaN when there is none
 * @param highL upper end, L; NaN when there is none. An interval whose upper end lies below its
 *     lower end (quantile models can cross) contains no value
 */
public record PredictedRow(
        String machineId,
        String equipmentClass,
        String route,
        String gradeBand,
        double actualL,
        double expectedL,
        double lowL,
        double highL) {

    /**
     * Checks the row.
     *
     * @throws IllegalArgumentException when the machine or its class is null, the litres are not
     *     finite, or one end of the interval is missing
     */
    public PredictedRow {
        if (machineId == null || equipmentClass == null) {
            throw new IllegalArgumentException(
                    "machineId and equipmentClass must be given, were "
                            + machineId
                            + " and "
                            + equipmentClass);
        }
        requireFinite("actualL", actualL, machineId);
        requireFinite("expectedL", expectedL, machineId);
        if (Double.isNaN(lowL) != Double.isNaN(highL)) {
            throw new IllegalArgumentException(
                    "lowL and highL of "
                            + machineId
                            + " must both be numbers or both NaN, were "
                            + lowL
                            + " and "
                            + highL);
        }
    }

    /** Litres burned minus litres expected. */
    public double residualL() {
        return actualL - expectedL;
    }

    /** Whether the row has a predicted interval. */
    public boolean hasInterval() {
        return !Double.isNaN(lowL);
    }

    private static void requireFinite(String field, double litres, String machineId) {
        if (!Double.isFinite(litres)) {
            throw new IllegalArgumentException(
                    field + " of " + machineId + " must be finite, was " + litres);
        }
    }
}
