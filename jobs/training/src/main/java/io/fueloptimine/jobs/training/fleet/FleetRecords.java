package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.timestamp.DoubledHours;
import io.fueloptimine.jobs.training.timestamp.LocalTimes;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Converts the files of a fleet management system or a historian (a database of sensor values) to
 * messages for job ingest. Not thread-safe.
 */
public final class FleetRecords {

    /**
     * The id of the fuel bay of all refuellings, because most exports do not contain the fuel bay.
     */
    private static final String FUEL_BAY = "FUEL-BAY";

    private final FleetMapping mapping;
    private final InputReport report = new InputReport();

    public FleetRecords(FleetMapping mapping) {
        this.mapping = mapping;
    }

    /** The report of remarks on rows that were read, and of locations that were left out. */
    public InputReport report() {
        return report;
    }

    /**
     * Checks that the files of cycles, refuellings and locations can be read.
     *
     * @throws InvalidInputException when a file is missing or empty, or a column is missing or
     *     occurs twice; the exception contains all faults
     */
    public void check(Path folder) {
        List<String> faults =
                Stream.concat(
                                Stream.of(
                                        CsvFiles.of(folder, given("cycles", mapping.cycles())),
                                        CsvFiles.of(folder, given("refuels", mapping.refuels()))),
                                Elevations.files(folder, mapping.locations()).stream())
                        .flatMap(files -> files.faults().stream())
                        .toList();
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    /**
     * Reads all haul cycles in a folder, sorted by time.
     *
     * @throws InvalidInputException when a file is missing or lacks a mapped column
     */
    public List<FleetRecord> cycles(Path folder) {
        MappedTable table = given("cycles", mapping.cycles());
        Elevations elevations = Elevations.read(folder, mapping.locations(), report);
        return sorted(
                folder,
                table,
                (rows, row) ->
                        rows.record(
                                row,
                                row.value(table.machine()),
                                truckTopic(row.value(table.machine()), ReadingStream.CYCLE),
                                unmapped(row, elevations)));
    }

    /**
     * Reads all refuellings in a folder, sorted by time. The messages contain sequence numbers,
     * because two refuellings can end in the same minute.
     *
     * @throws InvalidInputException when a file is missing or lacks a mapped column
     */
    public List<FleetRecord> refuels(Path folder) {
        String topic =
                Topics.mqtt(mapping.site(), EquipmentKind.FUELBAY, FUEL_BAY, ReadingStream.REFUEL);
        return sorted(
                folder,
                given("refuels", mapping.refuels()),
                (rows, row) -> rows.record(row, FUEL_BAY, topic, Map.of("sequence", row.number())));
    }

    /**
     * Passes all telemetry of haul trucks in a folder to a consumer, in the order of files and
     * rows.
     *
     * @param percent receives the percentage of bytes read, each time it changes
     * @throws InvalidInputException when the mapping has no telemetry table, or a file is missing
     *     or lacks a mapped column
     */
    public void telemetry(Path folder, IntConsumer percent, Consumer<FleetRecord> records) {
        MappedTable table = given("telemetry", mapping.telemetry());
        read(
                folder,
                table,
                (rows, row) ->
                        rows.record(
                                row,
                                row.value(table.machine()),
                                truckTopic(row.value(table.machine()), ReadingStream.TELEMETRY),
                                ofAllTrucks()),
                percent,
                records);
    }

    private interface RecordFactory {
        FleetRecord of(MappedRows rows, CsvRow row);
    }

    private List<FleetRecord> sorted(Path folder, MappedTable table, RecordFactory factory) {
        SortedRecords records =
                new SortedRecords(SortedRecords.MAX_RECORDS, SortedRecords.MAX_BYTES);
        read(folder, table, factory, percent -> {}, records::add);
        return records.inOrder();
    }

    private void read(
            Path folder,
            MappedTable table,
            RecordFactory factory,
            IntConsumer percent,
            Consumer<FleetRecord> records) {
        CsvFiles files = CsvFiles.of(folder, table);
        MappedRows rows = new MappedRows(table, times(files, table));
        MachineLimit machines = new MachineLimit(table.machine());
        files.forEach(
                row -> {
                    machines.see(row);
                    if (row.isShort()) {
                        report.remark(row.position(), CsvRow.SHORT);
                    }
                    records.accept(factory.of(rows, row));
                },
                percent);
    }

    /**
     * Creates the converter of local times. If the time zone has ambiguous hours, this method reads
     * the files an additional time to resolve them.
     */
    private LocalTimes times(CsvFiles files, MappedTable table) {
        DoubledHours doubled = new DoubledHours(mapping.zone());
        if (doubled.exist()) {
            DoubledHourRows rows = new DoubledHourRows(table, doubled);
            MachineLimit machines = new MachineLimit(table.machine());
            files.forEach(
                    row -> {
                        machines.see(row);
                        rows.see(row);
                    },
                    percent -> {});
        }
        return new LocalTimes(mapping.zone(), doubled);
    }

    private static MappedTable given(String name, MappedTable table) {
        if (table == null) {
            throw new InvalidInputException("the fleet mapping names no " + name);
        }
        return table;
    }

    /**
     * The fields of a haul cycle that its file does not contain. The class of trucks comes from the
     * mapping, and the lift (difference in elevation) is computed from the file of locations.
     */
    private Map<String, Object> unmapped(CsvRow row, Elevations elevations) {
        Map<String, Object> known = new LinkedHashMap<>(ofAllTrucks());
        Map<String, String> columns = mapping.cycles().texts();
        elevations
                .liftM(
                        row.value(columns.get("loadLocationId")),
                        row.value(columns.get("dumpLocationId")))
                .ifPresent(metres -> known.put("liftM", metres));
        return known;
    }

    private Map<String, Object> ofAllTrucks() {
        return mapping.equipmentClass() == null
                ? Map.of()
                : Map.of("equipmentClass", mapping.equipmentClass());
    }

    private String truckTopic(String truckId, ReadingStream stream) {
        return Topics.mqtt(mapping.site(), EquipmentKind.HAULTRUCK, truckId, stream);
    }
}
