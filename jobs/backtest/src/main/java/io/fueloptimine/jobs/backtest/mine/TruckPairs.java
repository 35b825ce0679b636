package io.fueloptimine.jobs.backtest.mine;

import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fixed pairs for a shift: each truck belongs to one loading unit and one dumping place. The trucks
 * with the most hours are allotted first, each to the pair of which the most recorded truck hours
 * are left.
 */
final class TruckPairs {

    private TruckPairs() {}

    /**
     * The pair of each truck.
     *
     * @param hauls the recorded loads of each truck, in the order of its cycles
     */
    static Map<String, ShiftMine.Haul> of(
            RecordedShift shift, SortedMap<String, List<ShiftMine.Haul>> hauls) {
        SortedMap<String, List<RecordedCycle>> byTruck = shift.byTruck();
        Map<ShiftMine.Haul, Double> left =
                new TreeMap<>(
                        Comparator.comparing(ShiftMine.Haul::unitId)
                                .thenComparing(ShiftMine.Haul::dumpPlaceId));
        Map<String, Double> hours = new HashMap<>();
        byTruck.forEach(
                (truckId, cycles) -> {
                    for (int i = 0; i < cycles.size(); i++) {
                        double activeS = cycles.get(i).activeS();
                        left.merge(hauls.get(truckId).get(i), activeS, Double::sum);
                        hours.merge(truckId, activeS, Double::sum);
                    }
                });
        Map<String, ShiftMine.Haul> pairs = new HashMap<>();
        hours.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(
                        truck -> {
                            ShiftMine.Haul most = mostLeft(left);
                            pairs.put(truck.getKey(), most);
                            left.merge(most, -truck.getValue(), Double::sum);
                        });
        return pairs;
    }

    private static ShiftMine.Haul mostLeft(Map<ShiftMine.Haul, Double> left) {
        return left.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }
}
