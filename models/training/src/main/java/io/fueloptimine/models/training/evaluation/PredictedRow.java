package io.fueloptimine.models.training.evaluation;

/**
 * The litres that one machine burned and the litres that a model expects, for a window, a cycle or
 * an interval between two refuellings.
 *
 * @param machineId the machine; the bootstrap resamples all rows of a machine together
 * @param equipmentClass the class of the machine
 * @param route the route; null when unknown
 * @param gradeBand the band of the road grade, such as {@code 3..6 %}; null when unknown
 * @param actualL litres burned
 * @param expectedL litres expected
 * @param lowL lower end of the predicted interval, L; NaN when there is none
 * @param highL upper end of the predicted interval, L; NaN when there is none. The ends of quantile
 *     models can cross; an interval whose upper end is below its lower end contains no value
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
