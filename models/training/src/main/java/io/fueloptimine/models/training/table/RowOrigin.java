package io.fueloptimine.models.training.table;

import java.time.Instant;

/**
 * The origin of a row of a training table. It is needed to split a table by machine and time, and
 * to evaluate groups of rows.
 *
 * @param machineId the machine
 * @param equipmentClass the class of the machine
 * @param time the end of the window or cycle (UTC)
 * @param route the route of a cycle; null for windows
 * @param gradeBand the band of the road grade, such as {@code 6..8 %}; null when unknown
 * @param exposure the factor from label to litres: the covered minutes of a window, the litres of
 *     the work of a cycle, 1 for an interval between refuellings; above 0
 * @param averageL litres that an average truck of the class with an average operator would have
 *     burnt, which only a simulated history knows; NaN when unknown
 */
public record RowOrigin(
        String machineId,
        String equipmentClass,
        Instant time,
        String route,
        String gradeBand,
        double exposure,
        double averageL) {

    /** An origin without {@code averageL}. */
    public RowOrigin(
            String machineId,
            String equipmentClass,
            Instant time,
            String route,
            String gradeBand,
            double exposure) {
        this(machineId, equipmentClass, time, route, gradeBand, exposure, Double.NaN);
    }

    public RowOrigin {
        if (!(exposure > 0)) {
            throw new IllegalArgumentException(
                    "exposure of "
                            + machineId
                            + " at "
                            + time
                            + " is "
                            + exposure
                            + ", expected above 0");
        }
    }
}
