package io.fueloptimine.jobs.cli.settings;

import io.fueloptimine.jobs.cli.options.SettingsOption;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code fuel settings check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads a settings file as the jobs do and names every fault. Exit code 0 if it has"
                        + " none, else 2.")
final class CheckSettingsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The settings file.")
    private Path file;

    @Spec private CommandSpec spec;

    /**
     * @throws InvalidInputException if the file has faults; the message names every fault
     */
    @Override
    public Integer call() {
        SettingsOption.read(file);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Settings file " + file + " is valid.");
        out.flush();
        return 0;
    }
}
