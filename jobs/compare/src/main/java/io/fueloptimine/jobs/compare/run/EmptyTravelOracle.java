package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.models.dispatch.bound.EmptyTravelBound;
import io.fueloptimine.models.dispatch.bound.HauledLoad;
import io.fueloptimine.models.dispatch.bound.ShiftBound;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadNetwork;
import io.fueloptimine.models.mine.site.Route;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Distances of empty trips by the shortest roads from dump to face: as a policy sent the trucks,
 * and the least with which the same loads could have been fetched from the same dumps. Detours to
 * fuel bays and parking areas are not part of either. Thread-safe.
 */
final class EmptyTravelOracle {

    private final RoadNetwork roads;

    EmptyTravelOracle(MineSite mine) {
        roads = new RoadNetwork(mine.locations(), mine.roads());
    }

    /** The distance of the empty trips, m. */
    double metres(List<HauledLoad> trips) {
        return trips.stream()
                .mapToDouble(trip -> metres(trip.previousDumpId(), trip.loadPlaceId()).orElse(0))
                .sum();
    }

    /** The least distance with which the faces of the trips can be reached from their dumps, m. */
    double leastMetres(List<HauledLoad> trips) {
        Map<String, Integer> emptied = new TreeMap<>();
        Map<String, Integer> needed = new TreeMap<>();
        for (HauledLoad trip : trips) {
            emptied.merge(trip.previousDumpId(), 1, Integer::sum);
            needed.merge(trip.loadPlaceId(), 1, Integer::sum);
        }
        return EmptyTravelBound.leastTravel(emptied, needed, this::metres);
    }

    /**
     * The empty travel of each shift of a run and its bound. A way takes its shortest distance at
     * the mean speed of all empty trips of the run, so that ways that no truck drove count, too.
     *
     * @param loads all loads of the run, with their empty trips
     */
    List<ShiftBound> perShift(List<HauledLoad> loads) {
        List<HauledLoad> trips =
                loads.stream().filter(load -> !load.previousDumpId().isEmpty()).toList();
        double seconds = trips.stream().mapToDouble(HauledLoad::emptyTravelS).sum();
        double secondsPerMetre = seconds / metres(trips);
        return EmptyTravelBound.perShift(
                loads,
                (dumpId, faceId) ->
                        metres(dumpId, faceId).stream()
                                .map(metres -> metres * secondsPerMetre)
                                .findFirst());
    }

    private OptionalDouble metres(String dumpId, String faceId) {
        return roads.shortest(dumpId, faceId, Set.of()).stream()
                .mapToDouble(Route::lengthM)
                .findFirst();
    }
}
