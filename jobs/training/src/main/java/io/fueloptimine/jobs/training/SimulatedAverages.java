package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.models.training.table.AverageLitres;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Records what average trucks with average operators would have burnt in a simulated history, with
 * a resolution of one second. Not thread-safe while the simulation runs.
 */
final class SimulatedAverages implements MineObserver, AverageLitres {

    private static final long MS_PER_S = 1_000;

    /** Cumulated litres of one truck at the end of each second since the start. */
    private static final class Sums {
        private final float[] litres;
        private double sum;
        private int filled;

        Sums(int seconds) {
            litres = new float[seconds];
        }

        void add(int second, double averageL) {
            Arrays.fill(litres, Math.min(filled, second), second, (float) sum);
            sum += averageL;
            litres[second] = (float) sum;
            filled = second + 1;
        }

        double at(double second) {
            int from = (int) Math.max(0, Math.min(filled - 1, Math.floor(second)));
            int to = Math.min(filled - 1, from + 1);
            return litres[from] + Math.min(1, second - from) * (litres[to] - litres[from]);
        }
    }

    private final Map<String, Sums> trucks = new HashMap<>();
    private final long startMs;
    private final int seconds;

    SimulatedAverages(Instant start, Instant end) {
        startMs = start.toEpochMilli();
        seconds = (int) ((end.toEpochMilli() - startMs) / MS_PER_S) + 2;
    }

    @Override
    public void burnt(String truckId, long untilMs, double litres, double averageL) {
        int second = (int) ((untilMs - startMs + MS_PER_S - 1) / MS_PER_S);
        if (second < seconds) {
            trucks.computeIfAbsent(truckId, id -> new Sums(seconds)).add(second, averageL);
        }
    }

    @Override
    public double of(String machineId, Instant from, Instant until) {
        Sums sums = trucks.get(machineId);
        return from == null || sums == null
                ? Double.NaN
                : sums.at(second(until)) - sums.at(second(from));
    }

    private double second(Instant time) {
        return (time.toEpochMilli() - startMs) / (double) MS_PER_S;
    }
}
