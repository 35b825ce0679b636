package io.fueloptimine.jobs.benchmarks.drift;

import com.sun.management.ThreadMXBean;
import io.fueloptimine.models.drift.Adwin;
import io.fueloptimine.models.drift.AdwinCut;
import io.fueloptimine.models.drift.AdwinSettings;
import io.fueloptimine.models.drift.AdwinState;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleConsumer;

/**
 * Measures updates of {@link Adwin} with a long window, and updates of a running mean with the same
 * samples as the reference. Not thread-safe.
 */
final class DriftBench {

    private static final int SAMPLES = 1 << 16;

    /** Smaller than any delta in use: a cut would shorten the window that is measured. */
    private static final double DELTA = 1e-9;

    private final double[] samples = new Random(1).doubles(SAMPLES).toArray();
    private final int updates;
    private final int rounds;

    /**
     * @param updates the updates of a round
     * @param rounds the number of rounds, of which the median counts
     */
    DriftBench(int updates, int rounds) {
        this.updates = updates;
        this.rounds = rounds;
    }

    /**
     * What an update costs.
     *
     * @param nanos processor time, ns
     * @param bytes allocated memory, B
     */
    record Cost(double nanos, double bytes) {}

    /** The cost of an update of ADWIN in the paper's mode, with a window of a length at least. */
    Cost adwin(int clock, int window) {
        Adwin adwin = new Adwin(settings(clock), AdwinState.empty(settings(clock)));
        for (int i = 0; i < window; i++) {
            adwin.add(samples[i % SAMPLES]);
        }
        Cost cost = measure(adwin::add);
        if (adwin.width() < window) {
            throw new IllegalStateException(
                    "the window has " + adwin.width() + " samples, expected " + window);
        }
        return cost;
    }

    /** The cost of an update of a mean of all samples. */
    Cost runningMean() {
        RunningMean mean = new RunningMean();
        Cost cost = measure(mean::add);
        if (!(mean.value > 0)) {
            throw new IllegalStateException("mean " + mean.value + ", expected a positive one");
        }
        return cost;
    }

    private Cost measure(DoubleConsumer update) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        double[] nanos = new double[rounds];
        double[] bytes = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long bytesBefore = threads.getThreadAllocatedBytes(thread);
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < updates; i++) {
                update.accept(samples[i % SAMPLES]);
            }
            nanos[round] = (threads.getCurrentThreadCpuTime() - before) / (double) updates;
            bytes[round] =
                    (threads.getThreadAllocatedBytes(thread) - bytesBefore) / (double) updates;
        }
        Arrays.sort(nanos);
        Arrays.sort(bytes);
        return new Cost(nanos[rounds / 2], bytes[rounds / 2]);
    }

    private static AdwinSettings settings(int clock) {
        return new AdwinSettings(DELTA, 5, 5, clock, 10, AdwinCut.OLDEST_BUCKET);
    }

    private static final class RunningMean {
        private long count;
        private double value;

        private void add(double sample) {
            count++;
            value += (sample - value) / count;
        }
    }
}
