package io.fueloptimine.models.training.table;

import java.time.Instant;

/**
 * What a row is of: enough to split a table by machine and time, and to judge it by group.
 *
 * @param machineId the machine
 * @param equipmentClass its class
 * @param time when it ended (UTC)
 * @param route from where to where; null when it is not of one route
 * @param gradeBand the band of grades it was driven on, such as {@code 6..8 %}; null when unknown
 * @param exposure what the label is per: litres are label times exposure (covered minutes of a
 *     window, 1 for a whole cycle); above 0
 */
public record RowOrigin(
        String machineId,
        String equipmentClass,
        Instant time,
        String route,
        String gradeBand,
        double exposure) {

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
