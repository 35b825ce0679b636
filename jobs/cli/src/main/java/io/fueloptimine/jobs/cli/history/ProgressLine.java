package io.fueloptimine.jobs.cli.history;

import io.fueloptimine.jobs.backfill.run.StepProgress;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints a progress bar for each step, a line for each 10 %. Thread-safe. */
final class ProgressLine implements StepProgress {

    private static final int WIDTH = 10;

    private final PrintWriter out;
    private String printedStep = "";
    private int printed = -1;

    ProgressLine(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void reached(String step, int percent) {
        int tenths = WIDTH * percent / ALL;
        if (!step.equals(printedStep) || tenths > printed) {
            printedStep = step;
            printed = tenths;
            out.printf(
                    Locale.ROOT,
                    "%-8s [%s%s] %3d %%%n",
                    step,
                    "#".repeat(tenths),
                    ".".repeat(WIDTH - tenths),
                    percent);
            out.flush();
        }
    }
}
