package io.fueloptimine.jobs.cli;

import io.fueloptimine.jobs.training.TrainingProgress;
import java.io.PrintWriter;

/** Progress of a training as lines, one for every tenth of a step. Not thread-safe. */
final class StepLines implements TrainingProgress {

    private final PrintWriter out;
    private String last = "";

    StepLines(PrintWriter out) {
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
