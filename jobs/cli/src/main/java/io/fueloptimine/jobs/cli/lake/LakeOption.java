package io.fueloptimine.jobs.cli.lake;

import io.fueloptimine.connectors.parquet.files.LakeLayout;
import io.fueloptimine.jobs.cli.options.LogFolder;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.jobs.local.stack.FuelHome;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The option that names the lake. */
final class LakeOption {

    private static final double BYTES_PER_MIB = 1 << 20;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "The Parquet lake (default: that of fuel local, data/local/lake).")
    private Path folder;

    /**
     * The lake. From the call of this method on, the log is in the data folder {@code lake}.
     *
     * @throws io.fueloptimine.models.mine.input.InvalidInputException if the folder does not exist
     */
    LakeLayout open() {
        FuelHome home = FuelHome.find();
        LogFolder.use(home.data("lake"));
        Path lake = folder == null ? home.data("local").resolve("lake") : folder;
        new StartFaults().requireFolder("--lake", lake).requireNone();
        return new LakeLayout(lake);
    }

    /** A size for people. */
    static String mib(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MiB", bytes / BYTES_PER_MIB);
    }
}
