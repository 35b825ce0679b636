package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.Material;
import java.util.Comparator;

/** Each truck its own loading unit and dump; the nearest of the same material when it is down. */
final class FixedPairs implements Pairing {

    private final PitWorld world;

    FixedPairs(PitWorld world) {
        this.world = world;
    }

    @Override
    public LoadingPlace unitFor(HaulTruck truck, long nowMs) {
        LoadingPlace own = world.loadingPlaces.get(truck.truck.pairedLoadingUnitId());
        return world.loadingPlaces.values().stream()
                .filter(place -> !world.down(place.unit.id(), nowMs))
                .min(
                        Comparator.comparingInt((LoadingPlace place) -> strangeness(place, own))
                                .thenComparingDouble(
                                        p -> world.ways.metres(truck.place, p.unit.faceId())))
                .orElse(own);
    }

    @Override
    public DumpPlace dumpFor(HaulTruck truck, Material material, long nowMs) {
        DumpPlace own = world.dumpPlaces.get(truck.truck.pairedDumpId());
        return world.dumpPlaces.values().stream()
                .filter(place -> place.point.accepts() == material && !place.down(nowMs))
                .min(
                        Comparator.comparingInt((DumpPlace place) -> place == own ? 0 : 1)
                                .thenComparingDouble(
                                        p -> world.ways.metres(truck.place, p.point.locationId())))
                .orElse(own);
    }

    private static int strangeness(LoadingPlace place, LoadingPlace own) {
        if (place == own) {
            return 0;
        }
        return place.unit.material() == own.unit.material() ? 1 : 2;
    }
}
