package io.fueloptimine.jobs.benchmarks;

import io.fueloptimine.jobs.benchmarks.ingest.IngestCommand;
import io.fueloptimine.jobs.benchmarks.parity.ParityCommand;
import io.fueloptimine.jobs.benchmarks.score.ScoreCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fuel bench}: does nothing by itself but tell what can be measured. */
@Command(
        name = "fuel bench",
        mixinStandardHelpOptions = true,
        description = {
            "How fast the parts are, each beside what it is measured against, in the same run.",
            "Exit code 1 if a ratio is below its floor."
        },
        subcommands = {IngestCommand.class, ScoreCommand.class, ParityCommand.class})
final class BenchCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a sub-command is missing; fuel bench --help lists them");
    }
}
