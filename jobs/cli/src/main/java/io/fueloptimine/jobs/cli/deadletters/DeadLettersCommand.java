package io.fueloptimine.jobs.cli.deadletters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fuel dead-letters}. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description =
                "Dead letters, which are messages that ingest rejected: lists and shows them with the"
                        + " reason, and sends them again after the fault is fixed.",
        subcommands = {
            ListDeadLettersCommand.class,
            ShowDeadLettersCommand.class,
            ReplayDeadLettersCommand.class
        })
public final class DeadLettersCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a sub-command is missing: expected list, show or replay");
    }
}
