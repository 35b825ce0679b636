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
import picocli.CommandLine.Spec;

/** The command {@code fuel lake snapshots}. */
@Command(name = "snapshots", mixinStandardHelpOptions = true, description = "Lists the snapshots.")
final class ListSnapshotsCommand implements Callable<Integer> {

    @Mixin private LakeOption lake;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (LakeSnapshot snapshot : new LakeSnapshots(lake.open()).all()) {
            out.printf(
                    Locale.ROOT,
                    "%s  %s  %,d files, %,d rows, %s%s%n",
                    snapshot.id(),
                    snapshot.takenAt(),
                    snapshot.files().size(),
                    snapshot.rows(),
                    LakeOption.mib(snapshot.bytes()),
                    snapshot.spanHours() == 0
                            ? ""
                            : ", training on " + snapshot.spanHours() + " hours");
        }
        out.flush();
        return 0;
    }
}
