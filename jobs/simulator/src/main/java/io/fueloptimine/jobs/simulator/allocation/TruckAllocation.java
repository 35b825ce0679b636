package io.fueloptimine.jobs.simulator.allocation;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.Truck;

/** Chooses the loading unit and the dump of a truck that has no assignment from dispatch. */
public interface TruckAllocation {

    /**
     * The loading unit to which an empty truck drives next.
     *
     * @param placeId location of the truck
     * @param random the truck's random numbers
     */
    LoadingStation loadingStationFor(Truck truck, String placeId, SeededRandom random, long nowMs);

    /** The dump to which a loaded truck takes the given material. */
    DumpStation dumpStationFor(
            Truck truck, String placeId, SeededRandom random, Material material, long nowMs);
}
