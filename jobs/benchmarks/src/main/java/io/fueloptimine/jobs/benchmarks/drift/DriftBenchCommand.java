package io.fueloptimine.jobs.benchmarks.drift;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.Require;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel bench drift}. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the processor time and the memory of an update of the change detector ADWIN with a"
                    + " window of 1,000,000 samples that is tested at every 32nd sample, and of a running mean"
                    + " of the same samples.",
            "Exit code 0 only if an update takes at most 60 ns and allocates nothing."
        })
public final class DriftBenchCommand implements Callable<Integer> {

    private static final int CLOCK = 32;
    private static final int WINDOW = 1_000_000;
    private static final double GOAL_NS = 60;

    /** Less than one object in a round counts as nothing. */
    private static final double GOAL_BYTES = 0.001;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "11",
            description =
                    "Rounds of 2,000,000 updates, of which the median counts (default:"
                            + " ${DEFAULT-VALUE}).")
    private int rounds;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Require.that(spec, rounds >= 1 && rounds <= 1_000, "--rounds", rounds, "1 to 1000");
        PrintWriter out = spec.commandLine().getOut();
        DriftBench bench = new DriftBench(2_000_000, rounds);
        DriftBench.Cost adwin = bench.adwin(CLOCK, WINDOW);
        DriftBench.Cost mean = bench.runningMean();
        out.printf(
                Locale.ROOT,
                "ADWIN, clock %d, window %,d: %.1f ns and %.3f B an update%n",
                CLOCK,
                WINDOW,
                adwin.nanos(),
                adwin.bytes());
        out.printf(
                Locale.ROOT,
                "running mean: %.1f ns and %.3f B an update; times running mean: %.1f%n",
                mean.nanos(),
                mean.bytes(),
                adwin.nanos() / mean.nanos());
        out.flush();
        return adwin.nanos() <= GOAL_NS && adwin.bytes() < GOAL_BYTES ? 0 : ExitCodes.WRONG_RESULT;
    }
}
