package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --settings} of commands that use a settings file. */
public final class SettingsOption {

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "The settings file; a setting that it does not contain has its default. See:"
                            + " fuel settings show.")
    private Path file;

    /**
     * The settings in the file; the default settings if the option is not given.
     *
     * @throws InvalidInputException if the file has faults; the message names every fault
     */
    public StepSettings read() {
        return file == null ? StepSettings.DEFAULT : read(file);
    }

    /**
     * Checks the file and returns its path; empty if the option is not given.
     *
     * @throws InvalidInputException if the file has faults; the message names every fault
     */
    public Optional<Path> checked() {
        read();
        return Optional.ofNullable(file).map(Path::toAbsolutePath);
    }

    /**
     * Reads the settings in a file.
     *
     * @throws InvalidInputException if the file has faults; the message names every fault
     */
    public static StepSettings read(Path file) {
        try {
            return StepSettings.read(file);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "settings file " + file + " cannot be read, expected a readable file", e);
        }
    }
}
