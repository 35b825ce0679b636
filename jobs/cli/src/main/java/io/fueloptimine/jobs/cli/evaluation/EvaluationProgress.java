package io.fueloptimine.jobs.cli.evaluation;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Prints the progress of an evaluation, one line for each 5 %. */
final class EvaluationProgress {

    private static final int WIDTH = 20;

    private final PrintWriter out;
    private final Instant start = Instant.now();
    private int printed = -1;

    EvaluationProgress(PrintWriter out) {
        this.out = out;
    }

    /** Prints a line if the share has grown enough. May be called by any thread. */
    synchronized void reached(double share) {
        int steps = (int) (WIDTH * share);
        if (steps <= printed) {
            return;
        }
        printed = steps;
        double minutes = elapsedMin();
        out.println(
                String.format(
                        Locale.ROOT,
                        "[%s%s] %3d %%, %.1f min%s",
                        "#".repeat(steps),
                        ".".repeat(WIDTH - steps),
                        Math.round(100 * share),
                        minutes,
                        share > 0 && share < 1
                                ? String.format(
                                        Locale.ROOT, ", %.0f min left", minutes / share - minutes)
                                : ""));
        out.flush();
    }

    /** The speed of the evaluation. */
    String speed(double machineDays) {
        return String.format(
                Locale.ROOT,
                "%.1f machine-days in %.1f min (%.1f min of processor time): %.1f machine-days per"
                        + " minute, %.1f per minute of processor time",
                machineDays,
                elapsedMin(),
                processorMin(),
                machineDays / elapsedMin(),
                machineDays / processorMin());
    }

    /** Processor time of this process, which does not depend on what else the host does. */
    private static double processorMin() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(used -> used.toMillis() / 60_000.0)
                .orElse(Double.NaN);
    }

    private double elapsedMin() {
        return Duration.between(start, Instant.now()).toMillis() / 60_000.0;
    }
}
