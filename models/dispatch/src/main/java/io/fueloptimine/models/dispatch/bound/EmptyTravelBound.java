package io.fueloptimine.models.dispatch.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes the least empty travel per shift, as a transportation problem: a truck becomes empty at
 * a dump once for each load dumped there, a truck is needed at a loading place once for each load,
 * and an empty trip takes the median of the times in which trucks drove that way in any shift.
 *
 * <p>The order of loads and the queues are not part of the problem, so that no dispatcher that
 * moves the same loads to the same dumps can travel less at these times.
 */
public final class EmptyTravelBound {

    private EmptyTravelBound() {}

    /**
     * The bound of each shift, in the order of shift names.
     *
     * @param loads the loads of all shifts; the medians are those of all of them
     */
    public static List<ShiftBound> perShift(List<HauledLoad> loads) {
        EmptyTravelTimes times = EmptyTravelTimes.of(loads);
        Map<String, List<HauledLoad>> byShift = new TreeMap<>();
        for (HauledLoad load : loads) {
            byShift.computeIfAbsent(load.shiftId(), unused -> new ArrayList<>()).add(load);
        }
        return byShift.entrySet().stream()
                .map(shift -> bound(shift.getKey(), shift.getValue(), times))
                .toList();
    }

    private static ShiftBound bound(
            String shiftId, List<HauledLoad> loads, EmptyTravelTimes times) {
        List<HauledLoad> compared =
                loads.stream()
                        .filter(l -> times.medianS(l.dumpId(), l.loadPlaceId()).isPresent())
                        .toList();
        double drivenS = 0;
        double fixedPairsS = 0;
        for (HauledLoad load : compared) {
            drivenS += load.emptyTravelS();
            fixedPairsS += times.medianS(load.dumpId(), load.loadPlaceId()).orElseThrow();
        }
        return new ShiftBound(
                shiftId,
                compared.size(),
                loads.size() - compared.size(),
                drivenS,
                fixedPairsS,
                TransportationProblem.of(compared, times).leastTravelS());
    }
}
