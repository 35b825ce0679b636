package io.fueloptimine.jobs.simulator.allocation;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Truck;
import java.util.Optional;

/** Chooses the loading unit and the dump of a truck that has no assignment from dispatch. */
public interface TruckAllocation {

    /**
     * The loading unit to which an empty truck drives next; empty when there is no work.
     *
     * @param placeId location of the truck
     * @param random the truck's random numbers
     */
    Optional<LoadingStation> loadingStationFor(
            Truck truck, String placeId, SeededRandom random, long nowMs);

    /** The dump to which a loaded truck takes the material of the loading unit. */
    DumpStation dumpStationFor(
            Truck truck, String placeId, SeededRandom random, LoadingUnit from, long nowMs);
}
