package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.dispatch.assignment.AssignerSettings;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.session.DispatchSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fuel dispatch}. */
@Command(
        name = "dispatch",
        mixinStandardHelpOptions = true,
        description = {
            "With --stdio: answers dispatch requests, one JSON object per line of standard input,"
                    + " each with one line on standard output, until the input ends.",
            "Types of requests: mine or matrices (once), plan, assign; models/dispatch/README.md"
                    + " describes them."
        })
public final class DispatchCommand implements Callable<Integer> {

    private static final int MAX_LINE = 64 << 20;

    @Option(names = "--stdio", required = true, description = "Read requests from standard input.")
    private boolean stdio;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        LogFolder.use(FuelHome.find().data("dispatch"));
        PrintWriter out = spec.commandLine().getOut();
        DispatchSession session =
                new DispatchSession(PlannerSettings.defaults(), AssignerSettings.defaults());
        RequestLines lines =
                new RequestLines(
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                        MAX_LINE);
        Optional<String> line = lines.next();
        while (line.isPresent()) {
            if (lines.tooLong()) {
                out.println(DispatchSession.tooLong(MAX_LINE));
            } else if (!line.get().isBlank()) {
                out.println(session.answer(line.get()));
            }
            out.flush();
            line = lines.next();
        }
        return 0;
    }
}
