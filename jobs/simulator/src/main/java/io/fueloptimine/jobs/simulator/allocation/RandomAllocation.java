package io.fueloptimine.jobs.simulator.allocation;

import io.fueloptimine.jobs.simulator.random.SeededRandom;
import io.fueloptimine.jobs.simulator.station.DumpStation;
import io.fueloptimine.jobs.simulator.station.LoadingStation;
import io.fueloptimine.jobs.simulator.station.Stations;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import io.fueloptimine.models.mine.site.Truck;
import java.util.List;
import java.util.Optional;

/**
 * Draws a loading unit and a dump for every cycle. The probability of a loading unit is
 * proportional to the number of loads of its kind at the Andean mine that serves as calibration. At
 * that mine a dispatcher moves trucks between loading units.
 */
public final class RandomAllocation implements TruckAllocation {

    private final List<LoadingStation> loadingStations;
    private final List<DumpStation> dumpStations;

    public RandomAllocation(Stations stations) {
        loadingStations = List.copyOf(stations.loadingStations().values());
        dumpStations = List.copyOf(stations.dumpStations().values());
    }

    @Override
    public Optional<LoadingStation> loadingStationFor(
            Truck truck, String placeId, SeededRandom random, long nowMs) {
        List<LoadingStation> running =
                loadingStations.stream().filter(station -> !station.down()).toList();
        List<LoadingStation> fitting = running.isEmpty() ? loadingStations : running;
        double all = fitting.stream().mapToDouble(RandomAllocation::weight).sum();
        double drawn = random.uniform(0, all);
        for (LoadingStation station : fitting) {
            drawn -= weight(station);
            if (drawn < 0) {
                return Optional.of(station);
            }
        }
        return Optional.of(fitting.get(fitting.size() - 1));
    }

    @Override
    public DumpStation dumpStationFor(
            Truck truck, String placeId, SeededRandom random, LoadingUnit from, long nowMs) {
        List<DumpStation> fitting =
                dumpStations.stream()
                        .filter(station -> station.point().accepts(from.material()))
                        .toList();
        List<DumpStation> running = fitting.stream().filter(station -> !station.down()).toList();
        List<DumpStation> open = running.isEmpty() ? fitting : running;
        return open.get(random.below(open.size()));
    }

    /**
     * The number of loads per loading unit of the same kind in the nine days of records of a real
     * mine, in hundreds.
     */
    private static double weight(LoadingStation station) {
        LoadingUnitKind kind = station.unit().kind();
        return switch (kind) {
            case CABLE_SHOVEL -> 11.9;
            case HYDRAULIC_SHOVEL -> 3.95;
            case WHEEL_LOADER -> 3.7;
        };
    }
}
