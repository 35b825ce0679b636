package io.fueloptimine.jobs.benchmarks;

import io.fueloptimine.jobs.benchmarks.assign.AssignBenchCommand;
import io.fueloptimine.jobs.benchmarks.drift.DriftBenchCommand;
import io.fueloptimine.jobs.benchmarks.ingest.IngestCommand;
import io.fueloptimine.jobs.benchmarks.parity.ParityCommand;
import io.fueloptimine.jobs.benchmarks.plan.PlanBenchCommand;
import io.fueloptimine.jobs.benchmarks.score.ScoreCommand;
import io.fueloptimine.jobs.benchmarks.sql.SqlBenchCommand;
import io.fueloptimine.jobs.benchmarks.views.ViewsBenchCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fuel bench}, which only contains the benchmark commands. */
@Command(
        name = "fuel bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the speed of parts of the product relative to a reference in the same run.",
            "Exit code 1 if a ratio is below its minimum, or a limit is missed."
        },
        subcommands = {
            IngestCommand.class,
            ScoreCommand.class,
            ParityCommand.class,
            PlanBenchCommand.class,
            AssignBenchCommand.class,
            DriftBenchCommand.class,
            SqlBenchCommand.class,
            ViewsBenchCommand.class
        })
final class BenchCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a sub-command is missing; fuel bench --help lists them");
    }
}
