package io.fueloptimine.jobs.cli.planning;

import java.io.PrintWriter;

/** Prints the progress of a comparison, one line for each 10 % of the runs. Not thread-safe. */
final class RunProgress {

    private static final int WIDTH = 10;

    private final PrintWriter out;
    private int printed = -1;

    RunProgress(PrintWriter out) {
        this.out = out;
    }

    void runEnded(int done, int all) {
        int tenths = WIDTH * done / all;
        if (tenths != printed) {
            printed = tenths;
            out.println(
                    "["
                            + "#".repeat(tenths)
                            + ".".repeat(WIDTH - tenths)
                            + "] "
                            + done
                            + " of "
                            + all
                            + " runs");
            out.flush();
        }
    }
}
