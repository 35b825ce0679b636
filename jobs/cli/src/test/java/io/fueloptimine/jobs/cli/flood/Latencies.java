package io.fueloptimine.jobs.cli.flood;

import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times in milliseconds, of which percentiles are reported. Thread-safe. */
final class Latencies {

    private final Queue<Long> times = new ConcurrentLinkedQueue<>();

    void add(long timeMs) {
        times.add(timeMs);
    }

    /** The time that so many of 100 values do not exceed, ms. */
    long percentile(double percent) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)];
    }

    @Override
    public String toString() {
        long[] all = times.stream().mapToLong(Long::longValue).toArray();
        return String.format(
                Locale.ROOT,
                "p50 %d ms, p99 %d ms, longest %d ms",
                percentile(50),
                percentile(99),
                Arrays.stream(all).max().orElse(0));
    }
}
