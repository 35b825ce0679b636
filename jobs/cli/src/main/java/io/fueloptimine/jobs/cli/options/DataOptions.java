package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.local.stack.DataFolder;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/**
 * The options that select the data folder of a run and its start state. A run continues from the
 * state in its data folder.
 */
public final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder with all state (default: the command's name in the folder data).")
    private Path data;

    @Option(
            names = "--fresh",
            description =
                    "Start without the state and results of earlier runs: they are moved to the"
                            + " folder before-TIME in the data folder. Logs and model registry"
                            + " stay.")
    private boolean fresh;

    /**
     * The data folder. From the call of this method on, the log is written to this folder.
     *
     * @param byDefault the folder if the option is not given
     */
    public Path folder(Path byDefault) {
        Path folder = data == null ? byDefault : data;
        LogFolder.use(folder);
        return folder;
    }

    /**
     * Moves the state of earlier runs to another folder, if the option {@code --fresh} is given.
     *
     * @param folder the data folder
     * @param output receives a line if state was moved
     * @throws InvalidInputException if the state cannot be moved
     */
    public void startFresh(Path folder, Consumer<String> output) {
        if (fresh) {
            moveStateAside(folder, output);
        }
    }

    private static void moveStateAside(Path folder, Consumer<String> output) {
        try (DataFolder opened = DataFolder.open(folder)) {
            opened.moveStateAside(Instant.now())
                    .ifPresent(
                            aside -> output.accept("The state of earlier runs is now in " + aside));
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the state in data folder " + folder + " cannot be moved: " + e, e);
        }
    }
}
