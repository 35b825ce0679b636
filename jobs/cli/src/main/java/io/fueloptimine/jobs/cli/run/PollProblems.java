package io.fueloptimine.jobs.cli.run;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what a poll of a telematics server could not do, when it differs from the last time. */
final class PollProblems implements Consumer<List<String>> {

    private final CommandSpec spec;
    private List<String> last = List.of();

    PollProblems(CommandSpec spec) {
        this.spec = spec;
    }

    @Override
    public void accept(List<String> problems) {
        if (problems.equals(last)) {
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        problems.forEach(problem -> out.println("Snapshot: " + problem));
        if (problems.isEmpty()) {
            out.println("Snapshot: read and published without problems");
        }
        out.flush();
        last = problems;
    }
}
