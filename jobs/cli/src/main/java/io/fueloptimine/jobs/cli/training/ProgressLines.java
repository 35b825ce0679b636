package io.fueloptimine.jobs.cli.training;

import io.fueloptimine.jobs.training.TrainingProgress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Prints the progress of a training, one line for each 10 % of a step. Not thread-safe. */
final class ProgressLines implements TrainingProgress {

    private final PrintWriter out;
    private final List<String> leftOut = new ArrayList<>();
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

    @Override
    public void leftOut(List<String> lines) {
        leftOut.addAll(lines);
    }

    /** Prints which parts of the history were left out. */
    void printLeftOut() {
        leftOut.forEach(out::println);
        out.flush();
    }
}
