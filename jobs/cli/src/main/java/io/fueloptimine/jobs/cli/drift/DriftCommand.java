package io.fueloptimine.jobs.cli.drift;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fuel drift}. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = "Live data against the training data of the champion.",
        subcommands = {DriftReportCommand.class})
public final class DriftCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a sub-command is missing: expected report");
    }
}
