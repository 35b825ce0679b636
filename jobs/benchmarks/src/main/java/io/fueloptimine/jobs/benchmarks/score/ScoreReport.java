package io.fueloptimine.jobs.benchmarks.score;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What JMH measured.
 *
 * @param trees of the forest
 * @param depth of each tree
 * @param nsPerRow nanoseconds a row by the methods of {@link ScoreBenchmark}
 */
record ScoreReport(int trees, int depth, Map<String, Double> nsPerRow) {

    /** One row: plain Java must be so many times faster. */
    static final double ROW_FLOOR = 50;

    /** A batch: plain Java must be at least as fast. */
    static final double BATCH_FLOOR = 1;

    /** The methods of {@link ScoreBenchmark}. */
    static final List<String> METHODS = List.of("javaRow", "nativeRow", "javaBatch", "nativeBatch");

    ScoreReport {
        nsPerRow = Map.copyOf(nsPerRow);
    }

    /** Whether both floors are reached. */
    boolean isFastEnough() {
        return rowRatio() >= ROW_FLOOR && batchRatio() >= BATCH_FLOOR;
    }

    /** How many times faster plain Java scores one row. */
    double rowRatio() {
        return nsPerRow.get("nativeRow") / nsPerRow.get("javaRow");
    }

    /** How many times faster plain Java scores a batch. */
    double batchRatio() {
        return nsPerRow.get("nativeBatch") / nsPerRow.get("javaBatch");
    }

    /** The table, its lines ended by the system's line separator. */
    String render() {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "%d trees of depth %d, one thread; nanoseconds a row, and a row and tree",
                trees,
                depth);
        row(out, "one row, plain Java", "javaRow");
        row(out, "one row, native", "nativeRow");
        row(out, "batch of %,d, plain Java", "javaBatch");
        row(out, "batch of %,d, native", "nativeBatch");
        ratio(out, "one row", rowRatio(), ROW_FLOOR);
        ratio(out, "batch", batchRatio(), BATCH_FLOOR);
        return out.toString();
    }

    private void row(StringBuilder out, String name, String method) {
        double ns = nsPerRow.get(method);
        String words = String.format(Locale.ROOT, name, ScoreBenchmark.BATCH);
        line(out, "  %-26s %,12.1f %10.2f", words, ns, ns / trees);
    }

    private static void ratio(StringBuilder out, String name, double ratio, double floor) {
        line(
                out,
                "Native / plain Java, %s: %.1f, floor %.0f: %s",
                name,
                ratio,
                floor,
                ratio >= floor ? "reached" : "MISSED");
    }

    private static void line(StringBuilder out, String pattern, Object... values) {
        out.append(String.format(Locale.ROOT, pattern, values)).append(System.lineSeparator());
    }
}
