package io.fueloptimine.models.training.evaluation;

/**
 * What a machine burned beside what was expected of it, over a window, a cycle or the hours between
 * two refuels.
 *
 * @param machineId the machine; what its rows have in common is why they are resampled together
 * @param equipmentClass its class
 * @param route where it hauled; null when unknown
 * @param gradeBand the grade it hauled on, such as {@code 3..6 %}; null when unknown
 * @param actualL litres burned
 * @param expectedL litres expected
 * @param lowL lower end of the predicted interval, L; NaN when there is none
 * @param highL upper end, L; NaN when there is none. Quantile models may cross: an interval whose
 *     upper end lies below its lower end covers nothing
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

    /** Litres burned beyond what was expected; negative when less was burned. */
    public double residualL() {
        return actualL - expectedL;
    }

    /** Whether an interval was predicted. */
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
