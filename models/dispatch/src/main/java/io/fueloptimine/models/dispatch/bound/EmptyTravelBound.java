package io.fueloptimine.models.dispatch.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes the least empty travel per shift as a transportation problem. A truck becomes empty at a
 * dump once for each load dumped at that dump, and a truck is needed at a loading place once for
 * each load. The time of an empty trip from a dump to a loading place is the median of all such
 * trips in all shifts.
 *
 * <p>The order of loads and the queues are not part of the problem. A dispatcher that moves the
 * same loads to the same dumps therefore cannot travel less at these times, unless it uses a way
 * from a dump to a loading place that no truck drove in the records: such a way has no time.
 */
public final class EmptyTravelBound {

    private EmptyTravelBound() {}

    /**
     * The bound of each shift, in the order of shift names.
     *
     * @param loads the loads of all shifts, from which the median times are computed
     */
    public static List<ShiftBound> perShift(List<HauledLoad> loads) {
        return perShift(loads, EmptyTravelTimes.of(loads));
    }

    /**
     * The bound of each shift, in the order of shift names, when the time of every way is known.
     *
     * @param times the time from a dump to a loading place, s; loads without a time from their dump
     *     to their loading place are left out
     */
    public static List<ShiftBound> perShift(List<HauledLoad> loads, TravelCosts times) {
        Map<String, List<HauledLoad>> byShift = new TreeMap<>();
        for (HauledLoad load : loads) {
            byShift.computeIfAbsent(load.shiftId(), unused -> new ArrayList<>()).add(load);
        }
        return byShift.entrySet().stream()
                .map(shift -> bound(shift.getKey(), shift.getValue(), times))
                .toList();
    }

    /**
     * The least cost of all empty trips, when each load frees a truck at its dump and needs a truck
     * at its loading place.
     *
     * @param emptiedTrucks number of loads dumped, by dump
     * @param neededTrucks number of loads, by loading place; the sum is that of {@code
     *     emptiedTrucks}
     * @throws IllegalStateException when the trips with a cost do not allow it
     */
    public static double leastTravel(
            Map<String, Integer> emptiedTrucks,
            Map<String, Integer> neededTrucks,
            TravelCosts costs) {
        return new TransportationProblem(emptiedTrucks, neededTrucks, costs).leastTravel();
    }

    private static ShiftBound bound(String shiftId, List<HauledLoad> loads, TravelCosts times) {
        List<HauledLoad> compared =
                loads.stream()
                        .filter(l -> times.of(l.dumpId(), l.loadPlaceId()).isPresent())
                        .toList();
        double drivenS = 0;
        double fixedPairsS = 0;
        for (HauledLoad load : compared) {
            drivenS += load.emptyTravelS();
            fixedPairsS += times.of(load.dumpId(), load.loadPlaceId()).orElseThrow();
        }
        return new ShiftBound(
                shiftId,
                compared.size(),
                loads.size() - compared.size(),
                drivenS,
                fixedPairsS,
                TransportationProblem.of(compared, times).leastTravel());
    }
}
