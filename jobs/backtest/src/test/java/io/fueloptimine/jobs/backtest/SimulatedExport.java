package io.fueloptimine.jobs.backtest;

import io.fueloptimine.jobs.simulator.observation.CycleRecord;
import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.pit.Pit;
import io.fueloptimine.jobs.simulator.pit.PitSettings;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.jobs.training.fleet.FleetMappingFile;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import io.fueloptimine.models.mine.site.TruckClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The haul cycles of a simulated mine as files of a fleet management system. */
public final class SimulatedExport {

    /** The simulated mine. */
    public static final MineSite MINE =
            MineSiteFile.read(Path.of("../../deploy/local/mines/andes.yaml"));

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final String MAPPING =
            """
            site: andes
            zone: UTC
            locations: {file: places.csv, name: Place, elevationM: Z}
            cycles:
              file: cycles.csv
              timestamp: yyyy-MM-dd HH:mm:ss
              machine: Truck
              time: Empty
              times: {assignedAt: Assign, loadArrivedAt: Arrive, fullAt: Full, dumpArrivedAt: AtDump, emptyAt: Empty}
              numbers:
                payloadT: Tonnes
                emptyTravelS: EmptyS
                loadQueueS: QueueS
                spotS: SpotS
                loadingS: LoadS
                fullTravelS: FullS
                dumpQueueS: DumpQueueS
                dumpingS: DumpS
                hangS: HangS
                emptyDistanceM: EmptyM
                fullDistanceM: FullM
              texts: {loadingUnitId: Unit, loadLocationId: Face, dumpLocationId: Dump, equipmentClass: Class}
            """;

    private static final String HEADER =
            "Truck,Class,Unit,Face,Dump,Assign,Arrive,Full,AtDump,Empty,Tonnes,EmptyS,QueueS,SpotS,"
                    + "LoadS,FullS,DumpQueueS,DumpS,HangS,EmptyM,FullM";

    private final Path folder;
    private final List<String> rows = new ArrayList<>();

    private SimulatedExport(Path folder) {
        this.folder = folder;
    }

    /** Simulates some shifts with fixed pairs and writes the files. */
    public static SimulatedExport write(Path folder, int shifts) throws IOException {
        SimulatedExport export = new SimulatedExport(folder);
        Pit pit =
                new Pit(
                        MINE,
                        new PitSettings(3, PitSettings.DEFAULT_START, false),
                        Conditions.NONE,
                        message -> {},
                        export.new Recorder());
        pit.advanceTo(PitSettings.DEFAULT_START.plus(Duration.ofHours(12L * shifts)));
        export.save();
        return export;
    }

    /** The classes of the mine by name. */
    public static Map<String, TruckClass> classes() {
        return MINE.truckClasses().stream().collect(Collectors.toMap(TruckClass::name, c -> c));
    }

    /** Number of cycles written. */
    public int cycles() {
        return rows.size();
    }

    /** Adds a row and writes the files again. */
    public void add(String row) throws IOException {
        rows.add(row);
        save();
    }

    /** A row, without its values after the time at which the body was empty. */
    public String row(int number) {
        return rows.get(number);
    }

    /** The mapping of the columns. */
    public FleetMapping mapping() {
        return FleetMappingFile.read(folder.resolve("mapping.yaml"));
    }

    private void save() throws IOException {
        Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
        Files.writeString(
                folder.resolve("cycles.csv"), HEADER + "\n" + String.join("\n", rows) + "\n");
        Files.writeString(
                folder.resolve("places.csv"),
                "Place,Z\n"
                        + MINE.locations().stream()
                                .map(place -> place.id() + "," + place.elevationM())
                                .collect(Collectors.joining("\n"))
                        + "\n");
    }

    private final class Recorder implements MineObserver {

        private CycleRecord last;

        @Override
        public void cycle(CycleRecord cycle) {
            last = cycle;
        }

        @Override
        public void hauled(HauledLoad load) {
            if (last == null) {
                return;
            }
            CycleRecord c = last;
            last = null;
            Instant empty = Instant.ofEpochMilli(load.atMs());
            Instant atDump = before(empty, c.dumpingS() + c.dumpQueueS());
            Instant full = before(atDump, c.fullTravelS());
            Instant arrive = before(full, c.loadingS() + c.spotS() + c.loadQueueS());
            rows.add(
                    String.format(
                            Locale.ROOT,
                            "%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%.2f,%.0f,%.0f,%.0f,%.0f,%.0f,%.0f,%.0f,0,%.0f,%.0f",
                            load.truckId(),
                            MINE.truck(load.truckId()).orElseThrow().className(),
                            load.unitId(),
                            load.faceId(),
                            load.dumpId(),
                            TIME.format(before(empty, c.cycleS())),
                            TIME.format(arrive),
                            TIME.format(full),
                            TIME.format(atDump),
                            TIME.format(empty),
                            load.tonnes(),
                            c.emptyTravelS(),
                            c.loadQueueS(),
                            c.spotS(),
                            c.loadingS(),
                            c.fullTravelS(),
                            c.dumpQueueS(),
                            c.dumpingS(),
                            c.emptyM(),
                            c.fullM()));
        }

        private Instant before(Instant time, double seconds) {
            return time.minusMillis(Math.round(1_000 * seconds));
        }
    }
}
