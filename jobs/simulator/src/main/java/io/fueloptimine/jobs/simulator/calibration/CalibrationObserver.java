package io.fueloptimine.jobs.simulator.calibration;

import io.fueloptimine.jobs.simulator.observation.CycleRecord;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.mine.LoadingUnitKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the data of the calibration report. The collection begins with the call of {@link
 * #startMeasuring}.
 */
final class CalibrationObserver implements MineObserver {

    private static final double MIN_INTERVAL_H = 8;
    private static final double MAX_INTERVAL_H = 30;
    private static final double MIN_REFUEL_L = 1_200;
    private static final double MAX_REFUEL_L = 4_600;

    private final List<CycleRecord> cycles = new ArrayList<>();
    private final double[] hours = new double[TruckTimeCategory.values().length];
    private final double[][] bandM = new double[2][SpeedAnchors.bands()];
    private final double[][] bandS = new double[2][SpeedAnchors.bands()];
    private final Map<LoadingUnitKind, Sample> loadingS = new EnumMap<>(LoadingUnitKind.class);
    private final Map<LoadingUnitKind, Sample> hangS = new EnumMap<>(LoadingUnitKind.class);
    private final Sample refuelL = new Sample();
    private final Sample refuelMinutes = new Sample();
    private final Sample intervalH = new Sample();
    private final List<double[]> intervals = new ArrayList<>();
    private final Map<String, double[]> hoursSinceRefuel = new HashMap<>();
    private final Map<String, Long> lastRefuelMs = new HashMap<>();
    private boolean measuring;

    CalibrationObserver() {
        for (LoadingUnitKind kind : LoadingUnitKind.values()) {
            loadingS.put(kind, new Sample());
            hangS.put(kind, new Sample());
        }
    }

    void startMeasuring() {
        measuring = true;
    }

    List<CycleRecord> cycles() {
        return cycles;
    }

    /** Time of all trucks in a category, h. */
    double hours(TruckTimeCategory category) {
        return hours[category.ordinal()];
    }

    /** Mean simulated speed in a grade band, km/h. */
    double bandKph(int band, boolean loaded) {
        int row = rowOf(loaded);
        return 3.6 * bandM[row][band] / bandS[row][band];
    }

    Sample loadingS(LoadingUnitKind kind) {
        return loadingS.get(kind);
    }

    Sample hangS(LoadingUnitKind kind) {
        return hangS.get(kind);
    }

    Sample refuelL() {
        return refuelL;
    }

    Sample refuelMinutes() {
        return refuelMinutes;
    }

    Sample intervalH() {
        return intervalH;
    }

    /**
     * The observations of the regression, one per interval between two refuellings. Each array
     * contains the loaded, empty and other hours and the litres refuelled.
     */
    List<double[]> intervals() {
        return intervals;
    }

    @Override
    public void time(String truckId, TruckTimeCategory category, double seconds, double litres) {
        double[] interval = hoursSinceRefuel.computeIfAbsent(truckId, id -> new double[3]);
        interval[columnOf(category)] += seconds / 3_600;
        if (measuring) {
            hours[category.ordinal()] += seconds / 3_600;
        }
    }

    @Override
    public void cycle(CycleRecord cycle) {
        if (measuring) {
            cycles.add(cycle);
        }
    }

    @Override
    public void leg(double gradePct, boolean loaded, double metres, double seconds) {
        if (measuring && SpeedAnchors.measured(gradePct)) {
            bandM[rowOf(loaded)][SpeedAnchors.bandOf(gradePct)] += metres;
            bandS[rowOf(loaded)][SpeedAnchors.bandOf(gradePct)] += seconds;
        }
    }

    @Override
    public void load(LoadingUnitKind kind, double seconds, double hang) {
        if (measuring) {
            loadingS.get(kind).add(seconds);
            hangS.get(kind).add(hang);
        }
    }

    @Override
    public void refuel(String truckId, long atMs, double litres, double durationS) {
        double[] interval = hoursSinceRefuel.remove(truckId);
        if (interval == null) {
            return;
        }
        Long before = lastRefuelMs.put(truckId, atMs);
        if (!measuring) {
            return;
        }
        refuelL.add(litres);
        refuelMinutes.add(durationS / 60);
        if (before != null) {
            double betweenH = (atMs - before) / 3_600_000.0;
            intervalH.add(betweenH);
            if (usable(betweenH, litres)) {
                intervals.add(new double[] {interval[0], interval[1], interval[2], litres});
            }
        }
    }

    private static boolean usable(double betweenH, double litres) {
        return betweenH > MIN_INTERVAL_H
                && betweenH < MAX_INTERVAL_H
                && litres > MIN_REFUEL_L
                && litres < MAX_REFUEL_L;
    }

    private static int rowOf(boolean loaded) {
        return loaded ? 0 : 1;
    }

    private static int columnOf(TruckTimeCategory category) {
        return switch (category) {
            case LOADED -> 0;
            case EMPTY -> 1;
            default -> 2;
        };
    }
}
