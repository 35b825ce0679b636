package io.fueloptimine.models.fuel.refuel;

import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.Refuel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Litres added up over fuel windows, held against the bay's meter: the truth, where a mine has one,
 * both for what sensors counted and for what a window model expects. Tanks are not always filled to
 * the same level, so one interval says little and a truck's ratio more. Immutable.
 *
 * @param trucks each truck with at least one interval that windows cover, in order of name
 * @param fleet all trucks together; its confidence is over trucks
 */
public record RefuelReconciliation(List<Truck> trucks, MeterRatio fleet) {

    /** An interval with a larger hole in its windows would make the ratio too small. */
    private static final double LEAST_COVERED = 0.95;

    /**
     * One truck.
     *
     * @param truckId the truck
     * @param ratio over its intervals
     */
    public record Truck(String truckId, MeterRatio ratio) {}

    public RefuelReconciliation {
        trucks = List.copyOf(trucks);
    }

    /**
     * Holds windows against refuellings. Intervals of which windows cover less than 95 % are left
     * out; so is what is burnt while the truck stands at the bay.
     *
     * @param windows haul trucks' windows in any order, each once
     * @param litres what a window counts: {@link FuelWindow#fuelL}, or what a model expects
     * @param refuels refuellings in any order, each once
     */
    public static RefuelReconciliation of(
            List<FuelWindow> windows, ToDoubleFunction<FuelWindow> litres, List<Refuel> refuels) {
        Map<String, List<FuelWindow>> byTruck =
                windows.stream().collect(Collectors.groupingBy(FuelWindow::machineId));
        Map<String, List<Refuel>> fuelled =
                refuels.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Refuel::truckId, TreeMap::new, Collectors.toList()));
        List<Truck> trucks = new ArrayList<>();
        fuelled.forEach(
                (truck, own) -> {
                    List<MeterRatio.Pair> pairs =
                            pairs(byTruck.getOrDefault(truck, List.of()), litres, own);
                    if (!pairs.isEmpty()) {
                        trucks.add(new Truck(truck, MeterRatio.of(pairs)));
                    }
                });
        List<MeterRatio.Pair> whole =
                trucks.stream()
                        .map(t -> new MeterRatio.Pair(t.ratio().countedL(), t.ratio().meteredL()))
                        .toList();
        return new RefuelReconciliation(trucks, MeterRatio.of(whole));
    }

    private static List<MeterRatio.Pair> pairs(
            List<FuelWindow> windows, ToDoubleFunction<FuelWindow> litres, List<Refuel> refuels) {
        List<Refuel> fillings =
                refuels.stream().sorted(Comparator.comparing(Refuel::startedAt)).toList();
        List<MeterRatio.Pair> pairs = new ArrayList<>();
        for (int i = 1; i < fillings.size(); i++) {
            Instant from = TruckTimeline.endOf(fillings.get(i - 1));
            Instant to = fillings.get(i).startedAt();
            double coveredS =
                    windows.stream().mapToDouble(w -> w.coveredS() * share(w, from, to)).sum();
            if (to.isAfter(from) && coveredS >= LEAST_COVERED * WorkSpan.seconds(from, to)) {
                double countedL =
                        windows.stream()
                                .mapToDouble(w -> litres.applyAsDouble(w) * share(w, from, to))
                                .sum();
                pairs.add(new MeterRatio.Pair(countedL, fillings.get(i).dispensedL()));
            }
        }
        return pairs;
    }

    /** Which share of a window lies between two times. */
    private static double share(FuelWindow window, Instant from, Instant to) {
        return WorkSpan.overlapS(window.start(), window.end(), from, to)
                / WorkSpan.seconds(window.start(), window.end());
    }
}
