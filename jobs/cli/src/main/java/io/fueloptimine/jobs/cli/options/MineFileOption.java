package io.fueloptimine.jobs.cli.options;

import io.fueloptimine.jobs.local.stack.FuelHome;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the mine file. */
public final class MineFileOption {

    @Option(
            names = "--mine",
            paramLabel = "FILE",
            description = "The mine file (default: deploy/local/mines/andes.yaml).")
    private Path mine;

    /** The given mine file, or the default one. */
    public Path file(FuelHome home) {
        return mine == null ? home.mine() : mine;
    }
}
