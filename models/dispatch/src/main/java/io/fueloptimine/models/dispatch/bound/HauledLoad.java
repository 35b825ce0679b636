package io.fueloptimine.models.dispatch.bound;

import java.util.Objects;

/**
 * A load that was hauled, with the truck's empty trip before it.
 *
 * @param shiftId the shift in which the load was hauled
 * @param previousDumpId the dump from which the truck came to the loading place; empty when unknown
 * @param loadPlaceId the place where the truck was loaded
 * @param dumpId the dump to which the load was hauled
 * @param emptyTravelS travel time of the truck from the previous dump to the loading place, s
 */
public record HauledLoad(
        String shiftId,
        String previousDumpId,
        String loadPlaceId,
        String dumpId,
        double emptyTravelS) {

    public HauledLoad {
        Objects.requireNonNull(shiftId, "shiftId");
        Objects.requireNonNull(previousDumpId, "previousDumpId");
        Objects.requireNonNull(loadPlaceId, "loadPlaceId");
        Objects.requireNonNull(dumpId, "dumpId");
        if (!(emptyTravelS >= 0 && Double.isFinite(emptyTravelS))) {
            throw new IllegalArgumentException(
                    "emptyTravelS is " + emptyTravelS + ", expected 0 or more");
        }
    }
}
