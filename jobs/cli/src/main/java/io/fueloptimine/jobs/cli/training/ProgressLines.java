package io.fueloptimine.jobs.cli.training;

import io.fueloptimine.jobs.training.TrainingProgress;
import java.io.PrintWriter;

/** Prints the progress of a training, one line per tenth of a step. Not thread-safe. */
final class ProgressLines implements TrainingProgress {

    private final PrintWriter out;
    private String last = "";

    ProgressLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void reached(String step, int percent) {
        String line = step + " " + percent / 10 * 10 + " %";
        if (!line.equals(last)) {
            out.println(line);
            out.flush();
            last = line;
        }
    }
}
