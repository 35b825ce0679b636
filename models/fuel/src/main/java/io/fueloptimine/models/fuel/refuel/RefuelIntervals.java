package io.fueloptimine.models.fuel.refuel;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.Refuel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Divides the records of a fleet into intervals between consecutive refuellings. Stateless. */
public final class RefuelIntervals {

    private static final Comparator<HaulCycle> BY_TIME = Comparator.comparing(HaulCycle::emptyAt);

    private RefuelIntervals() {}

    /**
     * All intervals of all trucks, ordered by truck, then time.
     *
     * @param cycles the cycles of the fleet in any order, without duplicates
     * @param refuels the refuellings of the fleet in any order, without duplicates
     */
    public static List<RefuelInterval> of(List<HaulCycle> cycles, List<Refuel> refuels) {
        Map<String, List<HaulCycle>> byTruck =
                cycles.stream().collect(Collectors.groupingBy(HaulCycle::truckId));
        Map<String, List<Refuel>> fuelled =
                refuels.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Refuel::truckId, TreeMap::new, Collectors.toList()));
        List<RefuelInterval> intervals = new ArrayList<>();
        fuelled.forEach(
                (truck, own) ->
                        intervals.addAll(ofTruck(byTruck.getOrDefault(truck, List.of()), own)));
        return intervals;
    }

    private static List<RefuelInterval> ofTruck(List<HaulCycle> cycles, List<Refuel> refuels) {
        List<HaulCycle> inOrder = cycles.stream().sorted(BY_TIME).toList();
        List<Refuel> inTimeOrder =
                refuels.stream().sorted(Comparator.comparing(Refuel::startedAt)).toList();
        TruckTimeline timeline = new TruckTimeline(inOrder, inTimeOrder);
        String equipmentClass =
                inOrder.stream()
                        .map(HaulCycle::equipmentClass)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        List<RefuelInterval> intervals = new ArrayList<>();
        for (int i = 1; i < inTimeOrder.size(); i++) {
            Instant from = TruckTimeline.endOf(inTimeOrder.get(i - 1));
            Refuel refuel = inTimeOrder.get(i);
            intervals.add(
                    new RefuelInterval(
                            refuel.truckId(),
                            equipmentClass,
                            from,
                            refuel.startedAt(),
                            emptiedBetween(inOrder, from, refuel.startedAt()),
                            timeline.within(from, refuel.startedAt()),
                            refuel.dispensedL()));
        }
        return intervals;
    }

    private static int emptiedBetween(List<HaulCycle> cycles, Instant from, Instant to) {
        return (int)
                cycles.stream()
                        .filter(cycle -> cycle.emptyAt().isAfter(from))
                        .filter(cycle -> !cycle.emptyAt().isAfter(to))
                        .count();
    }
}
