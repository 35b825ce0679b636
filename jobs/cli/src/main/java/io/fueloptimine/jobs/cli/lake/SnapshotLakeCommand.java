package io.fueloptimine.jobs.cli.lake;

import io.fueloptimine.connectors.parquet.files.LakeLayout;
import io.fueloptimine.connectors.parquet.files.LakeSnapshot;
import io.fueloptimine.connectors.parquet.files.LakeSnapshots;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel lake snapshot}. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a snapshot: files that stay as they are until it is released. Prints its id and folder, which DuckDB, Spark and Trino read like the lake."
        })
final class SnapshotLakeCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            paramLabel = "YYYY-MM-DD",
            description = "The first day (UTC) (default: all days).")
    private LocalDate from;

    @Mixin private LakeOption lake;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        LakeLayout layout = lake.open();
        LakeSnapshots snapshots = new LakeSnapshots(layout);
        LocalDate first = from == null ? LocalDate.MIN : from;
        Map<String, LocalDate> tables =
                LakeLayout.TABLES.stream()
                        .collect(Collectors.toMap(table -> table, table -> first));
        LakeSnapshot taken = snapshots.take(tables, 0, Instant.now());
        out.printf(
                Locale.ROOT,
                "%s: %,d files, %,d rows, %s in %s%n",
                taken.id(),
                taken.files().size(),
                taken.rows(),
                LakeOption.mib(taken.bytes()),
                snapshots.folder(taken.id()));
        out.flush();
        return 0;
    }
}
