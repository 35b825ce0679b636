package io.fueloptimine.jobs.cli.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fuel rules}. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description =
                "Validation suites: checks a file, imports a suite of Great Expectations, and publishes"
                        + " a file to the running jobs.",
        subcommands = {
            CheckRulesCommand.class,
            ImportRulesCommand.class,
            PublishRulesCommand.class
        })
public final class RulesCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a sub-command is missing: expected check, import or publish");
    }
}
