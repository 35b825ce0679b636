package io.fueloptimine.jobs.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that selects the data folder of a command that continues its earlier runs. */
public final class DataFolderOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder with what is done and what is not finished (default: the command's"
                            + " name in the folder data).")
    private Path data;

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
}
