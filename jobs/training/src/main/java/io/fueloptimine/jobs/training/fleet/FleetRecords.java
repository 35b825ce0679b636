package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.InvalidInputException;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Topics;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Converts files of a fleet management system or a historian into messages for ingest. */
public final class FleetRecords {

    /**
     * Most exports do not contain the fuel bay of a refuelling, so all refuellings are published
     * under one bay.
     */
    private static final String FUEL_BAY = "FUEL-BAY";

    private final FleetMapping mapping;
    private final ZoneId zone;

    public FleetRecords(FleetMapping mapping) {
        this.mapping = mapping;
        this.zone = ZoneId.of(mapping.zone());
    }

    /**
     * All haul cycles in a folder, in the order of time.
     *
     * @throws InvalidInputException when the file is missing or lacks a mapped column
     */
    public List<FleetRecord> cycles(Path folder) {
        MappedTable table = given("cycles", mapping.cycles());
        MappedRows rows = new MappedRows(table, zone);
        Elevations elevations = Elevations.read(folder, mapping.locations());
        List<FleetRecord> records = new ArrayList<>();
        CsvFiles.of(folder, table)
                .forEach(
                        row ->
                                records.add(
                                        rows.record(
                                                row,
                                                truckTopic(
                                                        rows.machineOf(row), ReadingStream.CYCLE),
                                                unmapped(row, elevations))));
        records.sort(FleetRecord.BY_TIME);
        return records;
    }

    /**
     * All refuellings in a folder, in order of time and numbered, because two can end in the same
     * minute.
     *
     * @throws InvalidInputException when the file is missing or lacks a mapped column
     */
    public List<FleetRecord> refuels(Path folder) {
        MappedTable table = given("refuels", mapping.refuels());
        MappedRows rows = new MappedRows(table, zone);
        List<FleetRecord> records = new ArrayList<>();
        String topic =
                Topics.mqtt(mapping.site(), EquipmentKind.FUELBAY, FUEL_BAY, ReadingStream.REFUEL);
        CsvFiles.of(folder, table)
                .forEach(
                        row ->
                                records.add(
                                        rows.record(
                                                row, topic, Map.of("sequence", records.size()))));
        records.sort(FleetRecord.BY_TIME);
        return records;
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
        MappedRows rows = new MappedRows(table, zone);
        CsvFiles.of(folder, table)
                .forEach(
                        row ->
                                records.accept(
                                        rows.record(
                                                row,
                                                truckTopic(
                                                        rows.machineOf(row),
                                                        ReadingStream.TELEMETRY),
                                                ofAllTrucks())),
                        percent);
    }

    private static MappedTable given(String name, MappedTable table) {
        if (table == null) {
            throw new InvalidInputException("the fleet mapping names no " + name);
        }
        return table;
    }

    /**
     * Adds the fields of a cycle that come from the mapping or the locations, not from a column.
     */
    private Map<String, Object> unmapped(Map<String, String> row, Elevations elevations) {
        Map<String, Object> known = new LinkedHashMap<>(ofAllTrucks());
        Map<String, String> columns = mapping.cycles().texts();
        elevations
                .liftM(
                        row.get(columns.get("loadLocationId")),
                        row.get(columns.get("dumpLocationId")))
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
