package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.mine.FuelWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What trucks burnt beyond what a model expects, over what it expects. Of a fleet's trucks the
 * tenth at either end does not count: a few sick ones do not move its mean, and a road that a third
 * of them drive on does.
 */
final class FleetResiduals {

    /** Fewer trucks than this are no fleet. */
    private static final int FEWEST_TRUCKS = 3;

    private static final double LEFT_OUT_AT_EITHER_END = 0.1;

    private final List<FuelWindow> windows;
    private final FuelModel model;

    FleetResiduals(List<FuelWindow> windows, FuelModel model) {
        this.windows = windows;
        this.model = model;
    }

    /** The fleet's ratio by the start of each block; without blocks of too few trucks. */
    SortedMap<Instant, Double> byBlock(Duration block) {
        Map<Instant, List<FuelWindow>> blocks =
                windows.stream()
                        .collect(Collectors.groupingBy(window -> startOf(window.start(), block)));
        SortedMap<Instant, Double> fleet = new TreeMap<>();
        blocks.forEach(
                (start, ofBlock) -> {
                    Map<String, Double> ratios = new FleetResiduals(ofBlock, model).byTruck();
                    if (ratios.size() >= FEWEST_TRUCKS) {
                        fleet.put(start, ofFleet(ratios));
                    }
                });
        return fleet;
    }

    /** Each truck's ratio. */
    Map<String, Double> byTruck() {
        Map<String, double[]> sums = new HashMap<>();
        for (FuelWindow window : windows) {
            double expectedL = model.expectedLitres(window);
            double[] sum = sums.computeIfAbsent(window.machineId(), truck -> new double[2]);
            sum[0] += window.fuelL() - expectedL;
            sum[1] += expectedL;
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue()[1] > 0)
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, sum -> sum.getValue()[0] / sum.getValue()[1]));
    }

    /** The fleet's ratio by those of its trucks, at least one. */
    static double ofFleet(Map<String, Double> ratios) {
        int ends = (int) (ratios.size() * LEFT_OUT_AT_EITHER_END);
        return ratios.values().stream()
                .sorted()
                .skip(ends)
                .limit(ratios.size() - 2L * ends)
                .mapToDouble(ratio -> ratio)
                .average()
                .orElseThrow();
    }

    private static Instant startOf(Instant time, Duration block) {
        long blockMs = block.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), blockMs) * blockMs);
    }
}
