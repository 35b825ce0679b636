package io.fueloptimine.jobs.benchmarks.assign;

import io.fueloptimine.jobs.benchmarks.plan.MadeUpMine;
import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.policy.DispatchPolicy;
import io.fueloptimine.models.dispatch.policy.PlannedDispatch;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import io.fueloptimine.models.mine.site.MineSite;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel bench assign}. */
@Command(
        name = "assign",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the processor time from a reading to the assignments that follow from it, in a"
                    + " simulated mine of 300 trucks, 30 loading units and 40 dumps, and the same for the rule"
                    + " sptf in the same mine. Plans are made outside the measured time.",
            "Exit code 0 only if 99 %% of the calls take at most 5 ms."
        })
public final class AssignBenchCommand implements Callable<Integer> {

    private static final MadeUpMine.Size LARGE = new MadeUpMine.Size(300, 30, 40, 6);
    private static final long MINE = 1;
    private static final double GOAL_P99_MS = 5;

    @Option(
            names = "--hours",
            paramLabel = "H",
            defaultValue = "3",
            description =
                    "Simulated hours that are measured, after one hour of warm-up (default:"
                            + " ${DEFAULT-VALUE}).")
    private int hours;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Require.that(spec, hours >= 1 && hours <= 100, "--hours", hours, "1 to 100");
        PrintWriter out = spec.commandLine().getOut();
        MineSite mine = MadeUpMine.of(MINE, LARGE);
        AssignBench bench = new AssignBench(mine, Duration.ofHours(1), Duration.ofHours(hours));
        DispatchPolicy rule =
                PolicyName.SPTF.create(mine, PlannedDispatch.Settings.DEFAULT, OpenWork.ALL);
        AssignTimes byRule = bench.run(rule::accept);
        AssignTimes own = bench.run(new PlannedTrucks(mine));
        print(out, LARGE.toString());
        print(out, own.render("fueloptimine"));
        print(out, byRule.render("sptf"));
        print(
                out,
                String.format(
                        Locale.ROOT,
                        "times sptf: median %.1f, 99th percentile %.1f",
                        own.medianMs() / byRule.medianMs(),
                        own.p99Ms() / byRule.p99Ms()));
        return own.p99Ms() <= GOAL_P99_MS ? 0 : ExitCodes.WRONG_RESULT;
    }

    private static void print(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
