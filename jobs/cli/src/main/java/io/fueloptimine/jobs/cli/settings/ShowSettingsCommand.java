package io.fueloptimine.jobs.cli.settings;

import io.fueloptimine.jobs.cli.options.SettingsOption;
import io.fueloptimine.jobs.settings.SettingsText;
import io.fueloptimine.jobs.settings.StepSettings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel settings show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints every setting: default, valid values, unit and meaning.")
final class ShowSettingsCommand implements Callable<Integer> {

    @Option(names = "--yaml", description = "Print a settings file with comments, to be edited.")
    private boolean yaml;

    @Mixin private SettingsOption settings;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        StepSettings values = settings.read();
        PrintWriter out = spec.commandLine().getOut();
        out.println(yaml ? SettingsText.yaml(values) : SettingsText.table(values));
        out.flush();
        return 0;
    }
}
