package io.fueloptimine.jobs.backtest.records;

import io.fueloptimine.connectors.parquet.LakeCycles;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the newest haul cycles of a mine from the Parquet lake that job archive writes. */
public final class LakeRecords {

    private LakeRecords() {}

    /**
     * Reads the records.
     *
     * <p>A mine whose telemetry and whose fleet management system both give cycles has each cycle
     * twice. Only the source with more cycles is used.
     *
     * @param mine the mine; its site selects the cycles, its trucks give classes that cycles do not
     *     name, its locations give elevations
     * @param zone the time zone in which shifts begin at 08:00 and 20:00
     * @param span length of the history, up to the newest cycle
     * @throws InvalidInputException when a file cannot be read, the lake has no complete cycle of
     *     the site, or the class of a truck is unknown
     */
    public static MineRecords read(Path lake, MineSite mine, ZoneId zone, Duration span) {
        LakeCycles reader = new LakeCycles(lake, mine.site(), span);
        List<HaulCycle> cycles = newest(reader, lake);
        if (cycles.isEmpty()) {
            throw new InvalidInputException(
                    "the lake "
                            + lake
                            + " has no haul cycles of site '"
                            + mine.site()
                            + "', expected cycles of the site that the mine file names");
        }
        List<String> lines = new ArrayList<>(reader.leftOut());
        List<HaulCycle> once = ofOneSource(cycles, lines);
        return MineRecords.of(
                "lake " + lake,
                mine.site(),
                zone,
                once,
                cycle -> classOf(cycle, mine),
                PlaceElevations.of(mine.locations(), once),
                lines);
    }

    private static List<HaulCycle> newest(LakeCycles reader, Path lake) {
        try {
            return reader.newest();
        } catch (IOException e) {
            throw new InvalidInputException("the lake " + lake + ": " + e.getMessage(), e);
        }
    }

    private static List<HaulCycle> ofOneSource(List<HaulCycle> cycles, List<String> lines) {
        Map<String, Long> counts =
                cycles.stream()
                        .map(LakeRecords::sourceOf)
                        .collect(
                                Collectors.groupingBy(
                                        Function.identity(), TreeMap::new, Collectors.counting()));
        String most =
                counts.entrySet().stream()
                        .max(Comparator.comparingLong(Map.Entry::getValue))
                        .orElseThrow()
                        .getKey();
        counts.forEach(
                (source, count) -> {
                    if (!source.equals(most)) {
                        lines.add(
                                count
                                        + " cycles of source '"
                                        + source
                                        + "' left out: source '"
                                        + most
                                        + "' has more cycles of the same trucks");
                    }
                });
        return cycles.stream().filter(cycle -> sourceOf(cycle).equals(most)).toList();
    }

    private static String sourceOf(HaulCycle cycle) {
        return cycle.source() == null ? "unknown" : cycle.source();
    }

    private static String classOf(HaulCycle cycle, MineSite mine) {
        if (cycle.equipmentClass() != null) {
            return cycle.equipmentClass();
        }
        return mine.truck(cycle.truckId())
                .map(Truck::className)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "the class of truck '"
                                                + cycle.truckId()
                                                + "' is unknown, expected equipmentClass in its"
                                                + " cycles or the truck in the mine file"));
    }
}
