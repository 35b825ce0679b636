package io.fueloptimine.jobs.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fuel rules}. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description =
                "Validation suites: checks a file, takes one over from Great Expectations, and"
                        + " publishes one to the running jobs.",
        subcommands = {
            CheckRulesCommand.class,
            ImportRulesCommand.class,
            PublishRulesCommand.class
        })
final class RulesCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: check, import or publish; see --help");
    }
}
