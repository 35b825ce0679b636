package io.fueloptimine.jobs.benchmarks.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The result of the ingest benchmark.
 *
 * @param messages the number of messages in a round
 * @param readers the settings of the readers
 * @param rounds the rate of each reader in messages/s, for each round; at least one round
 */
record IngestReport(int messages, ReaderSettings readers, List<Map<ReaderKind, Double>> rounds) {

    /**
     * The minimum rate of the reader {@link ReaderKind#TO_KAFKA}, divided by the rate of {@link
     * ReaderKind#RAW}.
     */
    static final double MIN_RATIO = 0.7;

    IngestReport {
        rounds = List.copyOf(rounds);
    }

    /** Whether the reader {@link ReaderKind#TO_KAFKA} reaches the minimum rate. */
    boolean isFastEnough() {
        return ratio(ReaderKind.TO_KAFKA) >= MIN_RATIO;
    }

    /**
     * The rate of a reader divided by the rate of {@link ReaderKind#RAW} in the same round; the
     * median of all rounds.
     */
    double ratio(ReaderKind kind) {
        return median(round -> round.get(kind) / round.get(ReaderKind.RAW));
    }

    /** Formats the result as a text table with the line separators of the operating system. */
    String render() {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "%,d messages waiting at the broker, %d sessions, window %,d, a checkpoint every %d"
                        + " ms, parallelism %d",
                messages,
                readers.sessions(),
                readers.window(),
                readers.checkpoints().toMillis(),
                readers.parallelism());
        line(
                out,
                "Messages/s, median of %d rounds (lowest to highest); fraction of the raw client",
                rounds.size());
        for (ReaderKind kind : ReaderKind.values()) {
            line(
                    out,
                    "  %-15s %,8.0f  (%,d to %,d)  %.2f",
                    kind.label(),
                    median(round -> round.get(kind)),
                    Math.round(lowest(kind)),
                    Math.round(highest(kind)),
                    ratio(kind));
        }
        line(
                out,
                "Source to Kafka / raw client: %.2f, minimum %.2f: %s",
                ratio(ReaderKind.TO_KAFKA),
                MIN_RATIO,
                isFastEnough() ? "reached" : "MISSED");
        return out.toString();
    }

    private double median(ToDoubleFunction<Map<ReaderKind, Double>> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double lowest(ReaderKind kind) {
        return rounds.stream().mapToDouble(round -> round.get(kind)).min().orElseThrow();
    }

    private double highest(ReaderKind kind) {
        return rounds.stream().mapToDouble(round -> round.get(kind)).max().orElseThrow();
    }

    private static void line(StringBuilder out, String pattern, Object... values) {
        out.append(String.format(Locale.ROOT, pattern, values)).append(System.lineSeparator());
    }
}
