package io.fueloptimine.jobs.cli.planning;

import io.fueloptimine.jobs.backtest.records.FmsRecords;
import io.fueloptimine.jobs.backtest.records.LakeRecords;
import io.fueloptimine.jobs.backtest.records.MineRecords;
import io.fueloptimine.jobs.cli.options.MappingOption;
import io.fueloptimine.jobs.cli.options.Require;
import io.fueloptimine.jobs.cli.options.StartFaults;
import io.fueloptimine.models.mine.site.MineSite;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that name the haul cycles of a mine. */
final class RecordsOptions {

    @Option(
            names = "--fms",
            paramLabel = "DIR",
            description = "The folder with the fleet management system's files.")
    private Path fleet;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description =
                    "The Parquet lake that job archive writes, instead of --fms. The cycles of the"
                            + " site that the mine file names are read.")
    private Path lake;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "31",
            description =
                    "With --lake: days up to the lake's newest cycle (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description =
                    "With --lake: the time zone in which shifts begin at 08:00 and 20:00, such as"
                            + " America/Santiago (default: ${DEFAULT-VALUE}). With --fms the mapping"
                            + " names it.")
    private String zone;

    @Mixin private MappingOption mapping;

    /** Adds the faults of the options. */
    void check(CommandSpec spec, StartFaults faults) {
        faults.check(
                () ->
                        Require.that(
                                spec,
                                (fleet == null) != (lake == null),
                                "--fms",
                                fleet == null
                                        ? "neither --fms nor --lake"
                                        : "both --fms and --lake",
                                "--fms DIR or --lake DIR"));
        if (fleet != null) {
            faults.requireFolder("--fms", fleet);
            faults.check(mapping::read);
        }
        if (lake != null) {
            faults.requireFolder("--lake", lake);
            faults.check(
                    () ->
                            Require.that(
                                    spec,
                                    !mapping.isGiven(),
                                    "--mapping",
                                    "given",
                                    "--fms, because a lake needs no mapping"));
        }
        faults.check(() -> Require.that(spec, days >= 1, "--days", days, "1 or more"));
        faults.check(() -> zone(spec));
    }

    /**
     * Reads the records.
     *
     * @throws io.fueloptimine.models.mine.input.InvalidInputException if they are unusable
     */
    MineRecords read(CommandSpec spec, MineSite mine) {
        return lake == null
                ? FmsRecords.read(fleet, mapping.read())
                : LakeRecords.read(lake, mine, zone(spec), Duration.ofDays(days));
    }

    private ZoneId zone(CommandSpec spec) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            Require.that(
                    spec,
                    false,
                    "--zone",
                    "'" + zone + "'",
                    "a time zone such as America/Santiago");
            throw e;
        }
    }
}
