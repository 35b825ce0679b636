package io.fueloptimine.jobs.benchmarks.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds measured.
 *
 * @param messages in a round
 * @param load how they were read
 * @param rounds messages a second of every contender, a map a round, at least one
 */
record IngestReport(int messages, Load load, List<Map<Contender, Double>> rounds) {

    /** The source on its way to Kafka must be at least so fast, as a share of the raw client. */
    static final double FLOOR = 0.7;

    IngestReport {
        rounds = List.copyOf(rounds);
    }

    /** Whether source to Kafka reaches the floor. */
    boolean isFastEnough() {
        return ratio(Contender.TO_KAFKA) >= FLOOR;
    }

    /** A contender's rate as a share of the raw client's in the same round; the median. */
    double ratio(Contender contender) {
        return median(round -> round.get(contender) / round.get(Contender.RAW));
    }

    /** The table, its lines ended by the system's line separator. */
    String render() {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "%,d messages waiting at the broker, %d sessions, window %,d, a checkpoint every %d ms,"
                        + " parallelism %d",
                messages,
                load.sessions(),
                load.window(),
                load.checkpoints().toMillis(),
                load.parallelism());
        line(
                out,
                "Messages/s, median of %d rounds (lowest to highest); share of the raw client",
                rounds.size());
        for (Contender contender : Contender.values()) {
            line(
                    out,
                    "  %-15s %,8.0f  (%,d to %,d)  %.2f",
                    contender.words(),
                    median(round -> round.get(contender)),
                    Math.round(lowest(contender)),
                    Math.round(highest(contender)),
                    ratio(contender));
        }
        line(
                out,
                "Source to Kafka / raw client: %.2f, floor %.2f: %s",
                ratio(Contender.TO_KAFKA),
                FLOOR,
                isFastEnough() ? "reached" : "MISSED");
        return out.toString();
    }

    private double median(ToDoubleFunction<Map<Contender, Double>> of) {
        double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double lowest(Contender contender) {
        return rounds.stream().mapToDouble(round -> round.get(contender)).min().orElseThrow();
    }

    private double highest(Contender contender) {
        return rounds.stream().mapToDouble(round -> round.get(contender)).max().orElseThrow();
    }

    private static void line(StringBuilder out, String pattern, Object... values) {
        out.append(String.format(Locale.ROOT, pattern, values)).append(System.lineSeparator());
    }
}
