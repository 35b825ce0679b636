package io.fueloptimine.jobs.cli.lake;

import io.fueloptimine.connectors.parquet.files.LakeLayout;
import io.fueloptimine.connectors.parquet.files.LakeRetention;
import io.fueloptimine.jobs.cli.options.Require;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel lake retain}. */
@Command(
        name = "retain",
        mixinStandardHelpOptions = true,
        description = {
            "Removes old days of all tables. Files in snapshots stay until the snapshots are released."
        })
final class RetainLakeCommand implements Callable<Integer> {

    @Option(
            names = "--days",
            paramLabel = "N",
            required = true,
            description = "Keep the last N days before today (UTC).")
    private int days;

    @Option(
            names = "--today",
            paramLabel = "YYYY-MM-DD",
            description = "Count from another day, for a lake of simulated time.")
    private LocalDate today;

    @Option(
            names = "--unfinished-days",
            paramLabel = "N",
            description =
                    "Also remove unfinished files that are older than N days. Only when job archive"
                            + " runs: a checkpoint of a stopped job can need them.")
    private Integer unfinishedDays;

    @Option(names = "--dry-run", description = "Only print what would be removed.")
    private boolean dryRun;

    @Mixin private LakeOption lake;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Require.that(spec, days >= 0, "--days", days, "0 or more");
        Require.that(
                spec,
                unfinishedDays == null || unfinishedDays >= 1,
                "--unfinished-days",
                unfinishedDays,
                "1 or more");
        LakeLayout layout = lake.open();
        Instant now = Instant.now();
        LocalDate last = today == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : today;
        LakeRetention retention = new LakeRetention(layout, dryRun);
        List<LakeRetention.Removed> removed =
                new ArrayList<>(retention.removeBefore(last.minusDays(days)));
        if (unfinishedDays != null) {
            removed.addAll(retention.removeUnfinished(Duration.ofDays(unfinishedDays), now));
        }
        String verb = dryRun ? "would remove" : "removed";
        long bytes = 0;
        long kept = 0;
        for (LakeRetention.Removed day : removed) {
            out.printf(
                    Locale.ROOT,
                    "%s %s: %,d files, %s%n",
                    verb,
                    day.label(),
                    day.files(),
                    LakeOption.mib(day.bytes()));
            bytes += day.bytes();
            kept += day.keptBytes();
        }
        out.printf(
                Locale.ROOT,
                "%s %s, of which %s stay in snapshots%n",
                verb,
                LakeOption.mib(bytes),
                LakeOption.mib(kept));
        out.flush();
        return 0;
    }
}
