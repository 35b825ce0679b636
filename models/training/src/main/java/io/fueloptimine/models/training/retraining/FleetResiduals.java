package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.fuel.FuelModel;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The relative residuals of trucks, (burned - expected) / expected. Windows with few expected
 * litres are left out, because the ratio of an idle minute is noise. The fleet's residual is a mean
 * without the tenth of the trucks that has the highest and the tenth that has the lowest residuals.
 * A few defective trucks therefore do not change the fleet's residual, whereas a road that a third
 * of the trucks use changes it.
 */
final class FleetResiduals {

    /** The minimum number of trucks in a block of time. */
    private static final int FEWEST_TRUCKS = 3;

    /**
     * The minimum number of trucks in a block of time, as a share of the median number of trucks
     * per block, 0 to 1; fewer trucks are not representative.
     */
    private static final double LEAST_SHARE_AT_WORK = 0.5;

    /**
     * Minimum expected fuel of a window, L; windows with less are left out. Drift detection uses
     * the same minimum.
     */
    private static final double LEAST_EXPECTED_L = 1.5;

    private static final double LEFT_OUT_AT_EITHER_END = 0.1;

    private final List<FuelWindow> windows;
    private final FuelModel model;

    FleetResiduals(List<FuelWindow> windows, FuelModel model) {
        this.windows = windows;
        this.model = model;
    }

    /**
     * The fleet's relative residual by the start of each block of time; blocks with too few trucks
     * are left out.
     */
    SortedMap<Instant, Double> byBlock(Duration block) {
        SortedMap<Instant, Map<String, Double>> trucks = new TreeMap<>();
        windows.stream()
                .collect(Collectors.groupingBy(window -> startOf(window.start(), block)))
                .forEach(
                        (start, ofBlock) ->
                                trucks.put(start, new FleetResiduals(ofBlock, model).byTruck()));
        double enough =
                Math.max(FEWEST_TRUCKS, LEAST_SHARE_AT_WORK * medianTrucks(trucks.values()));
        SortedMap<Instant, Double> fleet = new TreeMap<>();
        trucks.forEach(
                (start, ratios) -> {
                    if (ratios.size() >= enough) {
                        fleet.put(start, ofFleet(ratios));
                    }
                });
        return fleet;
    }

    /** The median number of trucks with a residual in a block of time; 0 without blocks. */
    private static int medianTrucks(Collection<Map<String, Double>> blocks) {
        int[] sizes = blocks.stream().mapToInt(Map::size).sorted().toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }

    /** The relative residual of each truck. */
    Map<String, Double> byTruck() {
        Map<String, double[]> sums = new HashMap<>();
        for (FuelWindow window : windows) {
            double expectedL = model.expectedLitres(window);
            if (expectedL < LEAST_EXPECTED_L) {
                continue;
            }
            double[] sum = sums.computeIfAbsent(window.machineId(), truck -> new double[2]);
            sum[0] += window.fuelL() - expectedL;
            sum[1] += expectedL;
        }
        return sums.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, sum -> sum.getValue()[0] / sum.getValue()[1]));
    }

    /** The fleet's relative residual from the relative residuals of at least one truck. */
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
