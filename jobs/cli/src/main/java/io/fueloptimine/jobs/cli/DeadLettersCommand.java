package io.fueloptimine.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fuel dead-letters}. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description =
                "What was rejected, and why: lists and shows it, and sends it through again once"
                        + " the fault is mended.",
        subcommands = {
            ListLettersCommand.class,
            ShowLettersCommand.class,
            ReplayLettersCommand.class
        })
final class DeadLettersCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: list, show or replay; see --help");
    }
}
