package io.fueloptimine.jobs.benchmarks.score;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.Require;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel bench score}. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the Java scorer relative to XGBoost's native code on one thread (JMH): one"
                    + " row per call, and in batches of 1,024. Both must give the same results.",
            "Exit code 0 only if it is 50 times faster for one row, and not slower in batches."
        })
public final class ScoreCommand implements Callable<Integer> {

    @Option(
            names = "--trees",
            paramLabel = "N",
            defaultValue = "300",
            description = "Number of trees (default: ${DEFAULT-VALUE}).")
    private int trees;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "6",
            description = "Depth of each tree (default: ${DEFAULT-VALUE}).")
    private int depth;

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "2",
            description = "JVMs per method (default: ${DEFAULT-VALUE}).")
    private int forks;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "5",
            description = "Measured seconds per JVM (default: ${DEFAULT-VALUE}).")
    private int iterations;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        requireRange("--trees", trees, 10_000);
        requireRange("--depth", depth, 16);
        requireRange("--forks", forks, 20);
        requireRange("--iterations", iterations, 100);
        PrintWriter out = spec.commandLine().getOut();
        ScoreBench.Settings settings =
                new ScoreBench.Settings(trees, depth, forks, iterations, TimeValue.seconds(1));
        ScoreReport report = new ScoreBench(settings, line -> print(out, line)).run();
        out.println();
        print(out, report.render().stripTrailing());
        return report.isFastEnough() ? 0 : ExitCodes.WRONG_RESULT;
    }

    private void requireRange(String option, int value, int highest) {
        Require.that(spec, value >= 1 && value <= highest, option, value, "1 to " + highest);
    }

    private static void print(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
