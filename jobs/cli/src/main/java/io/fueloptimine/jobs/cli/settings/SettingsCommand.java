package io.fueloptimine.jobs.cli.settings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fuel settings}. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Settings of the steps: prints them, and checks a settings file.",
        subcommands = {ShowSettingsCommand.class, CheckSettingsCommand.class})
public final class SettingsCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a sub-command is missing: show or check; see --help");
    }
}
