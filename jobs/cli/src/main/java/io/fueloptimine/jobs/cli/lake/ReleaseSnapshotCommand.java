package io.fueloptimine.jobs.cli.lake;

import io.fueloptimine.connectors.parquet.files.LakeSnapshot;
import io.fueloptimine.connectors.parquet.files.LakeSnapshots;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code fuel lake release}. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Releases a snapshot. Models that were trained on it can then not be trained again."
        })
final class ReleaseSnapshotCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The id of the snapshot.")
    private String id;

    @Mixin private LakeOption lake;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        LakeSnapshot released = new LakeSnapshots(lake.open()).release(id);
        out.printf(
                Locale.ROOT,
                "released %s: %,d files, %s%n",
                released.id(),
                released.files().size(),
                LakeOption.mib(released.bytes()));
        out.flush();
        return 0;
    }
}
