package io.fueloptimine.jobs.benchmarks.parity;

import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.local.stack.FuelHome;
import io.fueloptimine.models.training.TrainingException;
import io.fueloptimine.models.training.boost.RandomParityCheck;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel bench parity}. */
@Command(
        name = "parity",
        mixinStandardHelpOptions = true,
        description = {
            "Checks that the Java scorer and XGBoost give the same results, bit for bit: forests of"
                    + " 100, 300 and 500 trees, on rows with special values (missing, equal to a split,"
                    + " zeros of both signs, denormal, infinite), row by row and in batches.",
            "Exit code 1 if any row differs, or a forest cannot be trained."
        })
public final class ParityCommand implements Callable<Integer> {

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Rows for each forest (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Require.that(spec, rows > 0, "--rows", rows, "1 or more");
        LogFolder.use(FuelHome.find().data("bench"));
        PrintWriter out = spec.commandLine().getOut();
        boolean same = true;
        for (RandomParityCheck trial : RandomParityCheck.standard()) {
            same &= isProven(trial, out);
            out.flush();
        }
        return same ? 0 : ExitCodes.WRONG_RESULT;
    }

    private boolean isProven(RandomParityCheck trial, PrintWriter out) {
        long startNs = System.nanoTime();
        try {
            long proven = trial.prove(rows);
            double seconds = Duration.ofNanos(System.nanoTime() - startNs).toMillis() / 1e3;
            out.printf(
                    Locale.ROOT,
                    "%s: %,d rows the same, bit for bit (%.0f s)%n",
                    trial.name(),
                    proven,
                    seconds);
            return true;
        } catch (TrainingException e) {
            out.printf(Locale.ROOT, "%s: not the same: %s%n", trial.name(), e.getMessage());
            return false;
        }
    }
}
