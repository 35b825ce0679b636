package io.fueloptimine.jobs.benchmarks.score;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The result of the score benchmark.
 *
 * @param trees the number of trees
 * @param depth the depth of each tree
 * @param nsPerRow time per row, ns, by the name of the method of {@link ScoreBenchmark}
 */
record ScoreReport(int trees, int depth, Map<String, Double> nsPerRow) {

    /**
     * The minimum ratio for one row per call. The ratio is the time of the native code divided by
     * the time of the Java scorer.
     */
    static final double MIN_ROW_RATIO = 50;

    /**
     * The minimum ratio for batches. The ratio is the time of the native code divided by the time
     * of the Java scorer.
     */
    static final double MIN_BATCH_RATIO = 1;

    /** The names of the methods of {@link ScoreBenchmark}. */
    static final List<String> METHODS = List.of("javaRow", "nativeRow", "javaBatch", "nativeBatch");

    ScoreReport {
        nsPerRow = Map.copyOf(nsPerRow);
    }

    /** Whether both ratios reach their minimum. */
    boolean isFastEnough() {
        return rowRatio() >= MIN_ROW_RATIO && batchRatio() >= MIN_BATCH_RATIO;
    }

    /** The time of the native code divided by the time of the Java scorer, for one row per call. */
    double rowRatio() {
        return nsPerRow.get("nativeRow") / nsPerRow.get("javaRow");
    }

    /** The time of the native code divided by the time of the Java scorer, for batches. */
    double batchRatio() {
        return nsPerRow.get("nativeBatch") / nsPerRow.get("javaBatch");
    }

    /** Formats the result as a text table with the line separators of the operating system. */
    String render() {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "%d trees of depth %d, one thread; ns per row, and per row and tree",
                trees,
                depth);
        row(out, "one row, Java", "javaRow");
        row(out, "one row, native", "nativeRow");
        row(out, "batch of %,d, Java", "javaBatch");
        row(out, "batch of %,d, native", "nativeBatch");
        ratio(out, "one row", rowRatio(), MIN_ROW_RATIO);
        ratio(out, "batch", batchRatio(), MIN_BATCH_RATIO);
        return out.toString();
    }

    private void row(StringBuilder out, String name, String method) {
        double ns = nsPerRow.get(method);
        String label = String.format(Locale.ROOT, name, ScoreBenchmark.BATCH);
        line(out, "  %-26s %,12.1f %10.2f", label, ns, ns / trees);
    }

    private static void ratio(StringBuilder out, String name, double ratio, double minimum) {
        line(
                out,
                "Native / Java, %s: %.1f, minimum %.0f: %s",
                name,
                ratio,
                minimum,
                ratio >= minimum ? "reached" : "MISSED");
    }

    private static void line(StringBuilder out, String pattern, Object... values) {
        out.append(String.format(Locale.ROOT, pattern, values)).append(System.lineSeparator());
    }
}
