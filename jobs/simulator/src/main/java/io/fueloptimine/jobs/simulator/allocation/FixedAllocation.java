package io.fueloptimine.jobs.simulator.allocation;

import io.fueloptimine.jobs.simulator.digplan.DigProgress;
import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.jobs.simulator.station.Stations;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.Truck;
import java.util.Comparator;
import java.util.Optional;

/**
 * Sends each truck to the loading unit and the dump that the mine file assigns to the truck. When
 * this loading unit or dump is down, or its tonnes of the dig plan are met, the truck is sent to
 * the nearest other one for the same material, and if there is none, for the other material. A
 * loaded truck waits at a dump that is down rather than exceed the tonnes of another dump.
 */
public final class FixedAllocation implements TruckAllocation {

    private final PitContext context;
    private final Stations stations;

    public FixedAllocation(PitContext context, Stations stations) {
        this.context = context;
        this.stations = stations;
    }

    @Override
    public Optional<LoadingStation> loadingStationFor(
            Truck truck, String placeId, SeededRandom random, long nowMs) {
        LoadingStation own = stations.loadingStations().get(truck.pairedLoadingUnitId());
        return stations.loadingStations().values().stream()
                .filter(station -> context.digProgress().faceOpen(station.unit().faceId(), nowMs))
                .min(
                        Comparator.comparing(LoadingStation::down)
                                .thenComparingInt(station -> rank(station, own))
                                .thenComparingDouble(
                                        s -> context.roads().metres(placeId, s.unit().faceId())));
    }

    @Override
    public DumpStation dumpStationFor(
            Truck truck, String placeId, SeededRandom random, LoadingUnit from, long nowMs) {
        DumpStation own = stations.dumpStations().get(truck.pairedDumpId());
        Material material = from.material();
        return stations.dumpStations().values().stream()
                .filter(station -> station.point().accepts(material))
                .min(
                        Comparator.comparing(
                                        (DumpStation station) ->
                                                !planned(from, station.point(), nowMs))
                                .thenComparing(DumpStation::down)
                                .thenComparingInt(station -> station == own ? 0 : 1)
                                .thenComparingDouble(
                                        s ->
                                                context.roads()
                                                        .metres(placeId, s.point().locationId())))
                .orElse(own);
    }

    private boolean planned(LoadingUnit from, DumpPoint dump, long nowMs) {
        DigProgress progress = context.digProgress();
        return progress.allows(from.faceId(), dump)
                && progress.dumpOpen(dump.locationId(), from.material(), nowMs);
    }

    private static int rank(LoadingStation station, LoadingStation own) {
        if (station == own) {
            return 0;
        }
        return station.unit().material() == own.unit().material() ? 1 : 2;
    }
}
