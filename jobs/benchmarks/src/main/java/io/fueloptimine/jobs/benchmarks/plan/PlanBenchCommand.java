package io.fueloptimine.jobs.benchmarks.plan;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.SettingsOption;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.models.dispatch.solver.HighsSolver;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel bench plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Solves the plans of random mines of two sizes with the settings of section planner, and"
                    + " beside each the same model by HiGHS"
                    + " (OR-Tools), which gets the shortfalls of the plan as limits.",
            "Exit code 0 only if 57 trucks take at most 0.3 s in the median and 1 s at most with a"
                    + " gap of at most 0.1 %%, and 300 trucks at most 5 s with a gap of at most"
                    + " 0.5 %% and a first plan within 1 %% after at most 1 s, in every instance."
        })
public final class PlanBenchCommand implements Callable<Integer> {

    private static final MadeUpMine.Size USUAL = new MadeUpMine.Size(57, 12, 26, 4);
    private static final MadeUpMine.Size LARGE = new MadeUpMine.Size(300, 30, 40, 6);

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "100",
            description = "Mines of each size (default: ${DEFAULT-VALUE}).")
    private int instances;

    @Option(names = "--no-peer", description = "Do not solve the models by HiGHS.")
    private boolean noPeer;

    @Mixin private SettingsOption settings;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Require.that(
                spec,
                instances >= 1 && instances <= 10_000,
                "--instances",
                instances,
                "1 to 10000");
        StartFaults faults = new StartFaults();
        faults.check(settings::read);
        faults.requireNone();
        PrintWriter out = spec.commandLine().getOut();
        boolean withPeer = !noPeer && HighsSolver.isAvailable();
        if (!noPeer && !withPeer) {
            print(out, "HiGHS is left out: OR-Tools is not on the class path.");
        }
        PlanBenchReport usual =
                report(out, USUAL, withPeer, new PlanBenchReport.Goal(0.3, 1, 0.001, 1, 0.05));
        PlanBenchReport large =
                report(out, LARGE, withPeer, new PlanBenchReport.Goal(5, 5, 0.005, 1, 0.01));
        print(out, "");
        print(out, usual.render());
        print(out, large.render());
        return usual.isMet() && large.isMet() ? 0 : ExitCodes.WRONG_RESULT;
    }

    private PlanBenchReport report(
            PrintWriter out, MadeUpMine.Size size, boolean withPeer, PlanBenchReport.Goal goal) {
        print(out, size.toString());
        List<PlanBench.Figures> figures =
                new PlanBench(
                                size,
                                settings.read().dispatch().planner(),
                                instances,
                                withPeer,
                                line -> print(out, line))
                        .run();
        return new PlanBenchReport(size, figures, goal);
    }

    private static void print(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
