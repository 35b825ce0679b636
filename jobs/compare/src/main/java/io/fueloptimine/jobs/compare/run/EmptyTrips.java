package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.models.dispatch.bound.HauledLoad;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The loads of a run with the empty trip before each of them. Not thread-safe. */
final class EmptyTrips {

    private final Map<String, String> lastDumps = new HashMap<>();
    private final List<HauledLoad> loads = new ArrayList<>();

    /**
     * Adds a load.
     *
     * @param emptyTravelS travel time of the truck on its way to the face, s
     */
    void add(String shiftId, String truckId, String faceId, String dumpId, double emptyTravelS) {
        String previous = lastDumps.put(truckId, dumpId);
        loads.add(
                new HauledLoad(
                        shiftId, previous == null ? "" : previous, faceId, dumpId, emptyTravelS));
    }

    /** The loads before which the truck had dumped another load in this run. */
    List<HauledLoad> afterDumping() {
        return loads.stream().filter(load -> !load.previousDumpId().isEmpty()).toList();
    }

    List<HauledLoad> loads() {
        return List.copyOf(loads);
    }
}
