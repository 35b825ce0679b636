package io.fueloptimine.jobs.simulator.allocation;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.Truck;

/** Chooses where a truck loads and dumps when dispatch has not assigned it. */
public interface TruckAllocation {

    /**
     * Where an empty truck loads next.
     *
     * @param placeId where the truck is
     * @param random the truck's random numbers
     */
    LoadingStation loadingStationFor(Truck truck, String placeId, SeededRandom random, long nowMs);

    /** Where a loaded truck dumps this material. */
    DumpStation dumpStationFor(
            Truck truck, String placeId, SeededRandom random, Material material, long nowMs);
}
