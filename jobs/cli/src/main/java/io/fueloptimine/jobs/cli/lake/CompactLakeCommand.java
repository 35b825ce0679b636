package io.fueloptimine.jobs.cli.lake;

import io.fueloptimine.connectors.parquet.files.CompactionResult;
import io.fueloptimine.connectors.parquet.files.CompactionSettings;
import io.fueloptimine.connectors.parquet.files.LakeCompaction;
import io.fueloptimine.jobs.cli.options.ExitCodes;
import io.fueloptimine.jobs.cli.options.Require;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fuel lake compact}. */
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description = {
            "Merges the small files of each day while others read them. Needs Linux and a file system such as ext4, XFS, Btrfs or tmpfs.",
            "Exit code 1 if a day could not be compacted."
        })
final class CompactLakeCommand implements Callable<Integer> {

    @Option(
            names = "--small-mib",
            paramLabel = "N",
            defaultValue = "128",
            description = "Files below this size are merged (default: ${DEFAULT-VALUE}).")
    private long smallMib;

    @Option(
            names = "--idle-min",
            paramLabel = "N",
            defaultValue = "60",
            description =
                    "Only days to which no file was added for N minutes (default:"
                            + " ${DEFAULT-VALUE}).")
    private long idleMin;

    @Option(
            names = "--grace-hours",
            paramLabel = "N",
            defaultValue = "24",
            description =
                    "How long replaced files stay for readers that had listed them; older ones are"
                            + " removed (default: ${DEFAULT-VALUE}).")
    private long graceHours;

    @Mixin private LakeOption lake;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Require.that(spec, smallMib >= 1, "--small-mib", smallMib, "1 or more");
        Require.that(spec, idleMin >= 0, "--idle-min", idleMin, "0 or more");
        Require.that(spec, graceHours >= 0, "--grace-hours", graceHours, "0 or more");
        CompactionSettings settings =
                new CompactionSettings(
                        smallMib << 20, Duration.ofMinutes(idleMin), Duration.ofHours(graceHours));
        CompactionResult result = new LakeCompaction(lake.open(), settings).run(Instant.now());
        for (CompactionResult.Compacted day : result.compacted()) {
            out.printf(
                    Locale.ROOT,
                    "%s: %,d files -> %,d, %s -> %s%n",
                    day.label(),
                    day.filesBefore(),
                    day.filesAfter(),
                    LakeOption.mib(day.bytesBefore()),
                    LakeOption.mib(day.bytesAfter()));
        }
        result.skipped().forEach(day -> out.println(day.label() + ": left, " + day.reason()));
        out.printf(
                Locale.ROOT,
                "%,d days compacted, %s of replaced files removed%n",
                result.compacted().size(),
                LakeOption.mib(result.bytesRemoved()));
        out.flush();
        return result.skipped().stream().anyMatch(CompactionResult.Skipped::fault)
                ? ExitCodes.WRONG_RESULT
                : 0;
    }
}
