package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.LoadingUnitKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what the calibration report reads, from the moment it is opened. */
final class CalibrationLedger implements Ledger {

    private static final double LEAST_INTERVAL_H = 8;
    private static final double LONGEST_INTERVAL_H = 30;
    private static final double LEAST_L = 1_200;
    private static final double MOST_L = 4_600;

    final List<CycleEntry> cycles = new ArrayList<>();
    final double[] hours = new double[TruckAccount.values().length];
    final double[] litresByAccount = new double[TruckAccount.values().length];
    final double[][] bandM = new double[2][RoadPace.BAND_TOP_PCT.length];
    final double[][] bandS = new double[2][RoadPace.BAND_TOP_PCT.length];
    final Map<LoadingUnitKind, Sample> loadingS = new EnumMap<>(LoadingUnitKind.class);
    final Map<LoadingUnitKind, Sample> hangS = new EnumMap<>(LoadingUnitKind.class);
    final Sample refuelL = new Sample();
    final Sample refuelMinutes = new Sample();
    final Sample intervalH = new Sample();

    /** Loaded, empty and other hours, and litres, of each interval fit for regression. */
    final List<double[]> intervals = new ArrayList<>();

    private final Map<String, double[]> running = new HashMap<>();
    private final Map<String, Long> lastRefuelMs = new HashMap<>();
    private boolean open;

    CalibrationLedger() {
        for (LoadingUnitKind kind : LoadingUnitKind.values()) {
            loadingS.put(kind, new Sample());
            hangS.put(kind, new Sample());
        }
    }

    /** From now on it counts. */
    void open() {
        open = true;
    }

    @Override
    public void time(String truckId, TruckAccount account, double seconds, double litres) {
        double[] interval = running.computeIfAbsent(truckId, id -> new double[3]);
        interval[columnOf(account)] += seconds / 3_600;
        if (open) {
            hours[account.ordinal()] += seconds / 3_600;
            litresByAccount[account.ordinal()] += litres;
        }
    }

    @Override
    public void cycle(CycleEntry entry) {
        if (open) {
            cycles.add(entry);
        }
    }

    @Override
    public void leg(double gradePct, boolean loaded, double metres, double seconds) {
        if (open && gradePct >= RoadPace.LOWEST_PCT) {
            int row = loaded ? 0 : 1;
            bandM[row][RoadPace.bandOf(gradePct)] += metres;
            bandS[row][RoadPace.bandOf(gradePct)] += seconds;
        }
    }

    @Override
    public void load(LoadingUnitKind kind, double seconds, double hang) {
        if (open) {
            loadingS.get(kind).add(seconds);
            hangS.get(kind).add(hang);
        }
    }

    @Override
    public void refuel(String truckId, long atMs, double litres, double durationS) {
        double[] interval = running.remove(truckId);
        Long before = lastRefuelMs.put(truckId, atMs);
        if (!open) {
            return;
        }
        refuelL.add(litres);
        refuelMinutes.add(durationS / 60);
        if (before != null && interval != null) {
            double betweenH = (atMs - before) / 3_600_000.0;
            intervalH.add(betweenH);
            boolean fit =
                    betweenH > LEAST_INTERVAL_H
                            && betweenH < LONGEST_INTERVAL_H
                            && litres > LEAST_L
                            && litres < MOST_L;
            if (fit) {
                intervals.add(new double[] {interval[0], interval[1], interval[2], litres});
            }
        }
    }

    private static int columnOf(TruckAccount account) {
        return switch (account) {
            case LOADED -> 0;
            case EMPTY -> 1;
            default -> 2;
        };
    }
}
