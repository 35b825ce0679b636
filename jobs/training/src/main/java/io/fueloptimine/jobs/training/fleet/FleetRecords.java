package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fleet management system's files as messages. A value that cannot be read goes out as it stands,
 * so that ingest rejects the message by name rather than this reader dropping it.
 */
public final class FleetRecords {

    /** Refuellings carry no bay in most exports; they are published as one bay's. */
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
     * @throws InvalidFleetException when the file is missing or lacks a mapped column
     */
    public List<FleetRecord> cycles(Path folder) {
        Elevations elevations = Elevations.read(folder, mapping.locations());
        List<FleetRecord> records = new ArrayList<>();
        for (Map<String, String> row : CsvFile.rows(folder, mapping.cycles())) {
            String truck = row.getOrDefault(mapping.cycles().machine(), "").strip();
            records.add(
                    record(
                            row,
                            mapping.cycles(),
                            topic(EquipmentKind.HAULTRUCK, truck, ReadingStream.CYCLE),
                            unmapped(row, elevations)));
        }
        records.sort(FleetRecord.BY_TIME);
        return records;
    }

    /**
     * All refuellings in a folder, in the order of time, numbered: two trucks may end in one
     * minute.
     *
     * @throws InvalidFleetException when the file is missing or lacks a mapped column
     */
    public List<FleetRecord> refuels(Path folder) {
        List<FleetRecord> records = new ArrayList<>();
        String topic = topic(EquipmentKind.FUELBAY, FUEL_BAY, ReadingStream.REFUEL);
        long sequence = 0;
        for (Map<String, String> row : CsvFile.rows(folder, mapping.refuels())) {
            records.add(record(row, mapping.refuels(), topic, Map.of("sequence", sequence++)));
        }
        records.sort(FleetRecord.BY_TIME);
        return records;
    }

    /** What no column of a cycle says, but the mapping or the map of places does. */
    private Map<String, Object> unmapped(Map<String, String> row, Elevations elevations) {
        Map<String, Object> known = new LinkedHashMap<>();
        if (mapping.equipmentClass() != null) {
            known.put("equipmentClass", mapping.equipmentClass());
        }
        Map<String, String> columns = mapping.cycles().texts();
        elevations
                .liftM(
                        row.get(columns.get("loadLocationId")),
                        row.get(columns.get("dumpLocationId")))
                .ifPresent(metres -> known.put("liftM", metres));
        return known;
    }

    private String topic(EquipmentKind kind, String machineId, ReadingStream stream) {
        return Topics.mqtt(mapping.site(), kind, machineId, stream);
    }

    private FleetRecord record(
            Map<String, String> row,
            FleetMapping.Table table,
            String topic,
            Map<String, Object> unmapped) {
        DateTimeFormatter pattern = DateTimeFormatter.ofPattern(table.timestamp());
        Map<String, Object> message = new LinkedHashMap<>(unmapped);
        Object time = instant(row.get(table.time()), pattern);
        message.put("time", time);
        table.times()
                .forEach((field, column) -> message.put(field, instant(row.get(column), pattern)));
        table.numbers().forEach((field, column) -> message.put(field, number(row.get(column))));
        table.texts().forEach((field, column) -> message.put(field, text(row.get(column))));
        Instant orderedBy = time instanceof Instant instant ? instant : Instant.EPOCH;
        return new FleetRecord(topic, MineJson.toBytes(message), orderedBy);
    }

    private Object instant(String value, DateTimeFormatter pattern) {
        try {
            return LocalDateTime.parse(value.strip(), pattern).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private static Object number(String value) {
        if (value.isBlank()) {
            return null;
        }
        try {
            return Double.valueOf(value.strip());
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static Object text(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
