package io.fueloptimine.jobs.simulator.allocation;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.jobs.simulator.station.Stations;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.Truck;
import java.util.Comparator;

/**
 * Sends each truck to the loading unit and the dump that the mine file assigns to the truck. When
 * this loading unit or dump is down, the truck is sent to the nearest loading unit or dump for the
 * same material.
 */
public final class FixedAllocation implements TruckAllocation {

    private final PitContext context;
    private final Stations stations;

    public FixedAllocation(PitContext context, Stations stations) {
        this.context = context;
        this.stations = stations;
    }

    @Override
    public LoadingStation loadingStationFor(
            Truck truck, String placeId, SeededRandom random, long nowMs) {
        LoadingStation own = stations.loadingStations().get(truck.pairedLoadingUnitId());
        return stations.loadingStations().values().stream()
                .filter(station -> !context.down(station.unit().id(), nowMs))
                .min(
                        Comparator.comparingInt((LoadingStation station) -> rank(station, own))
                                .thenComparingDouble(
                                        s -> context.roads().metres(placeId, s.unit().faceId())))
                .orElse(own);
    }

    @Override
    public DumpStation dumpStationFor(
            Truck truck, String placeId, SeededRandom random, Material material, long nowMs) {
        DumpStation own = stations.dumpStations().get(truck.pairedDumpId());
        return stations.dumpStations().values().stream()
                .filter(station -> station.point().accepts(material) && !station.down(nowMs))
                .min(
                        Comparator.comparingInt((DumpStation station) -> station == own ? 0 : 1)
                                .thenComparingDouble(
                                        s ->
                                                context.roads()
                                                        .metres(placeId, s.point().locationId())))
                .orElse(own);
    }

    private static int rank(LoadingStation station, LoadingStation own) {
        if (station == own) {
            return 0;
        }
        return station.unit().material() == own.unit().material() ? 1 : 2;
    }
}
