package io.fueloptimine.jobs.local.replay;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.Topics;
import java.io.IOException;
import java.nio.file.Files;
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
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

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
        List<FleetRecord> records = new ArrayList<>();
        for (Map<String, String> row : rows(folder, mapping.cycles())) {
            String truck = row.getOrDefault(mapping.cycles().machine(), "").strip();
            records.add(
                    record(
                            row,
                            mapping.cycles(),
                            topic(EquipmentKind.HAULTRUCK, truck, ReadingStream.CYCLE),
                            Optional.empty()));
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
        for (Map<String, String> row : rows(folder, mapping.refuels())) {
            records.add(record(row, mapping.refuels(), topic, Optional.of(sequence++)));
        }
        records.sort(FleetRecord.BY_TIME);
        return records;
    }

    private String topic(EquipmentKind kind, String machineId, ReadingStream stream) {
        return Topics.mqtt(mapping.site(), kind, machineId, stream);
    }

    private FleetRecord record(
            Map<String, String> row,
            FleetMapping.Table table,
            String topic,
            Optional<Long> sequence) {
        DateTimeFormatter pattern = DateTimeFormatter.ofPattern(table.timestamp());
        Map<String, Object> message = new LinkedHashMap<>();
        Object time = instant(row.get(table.time()), pattern);
        message.put("time", time);
        sequence.ifPresent(number -> message.put("sequence", number));
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

    private static List<Map<String, String>> rows(Path folder, FleetMapping.Table table) {
        Path file = folder.resolve(table.file());
        if (!Files.isRegularFile(file)) {
            throw new InvalidFleetException(
                    "fleet records " + file + " do not exist; see --fms and --mapping", null);
        }
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> lines =
                new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(header)
                        .readValues(file.toFile())) {
            List<Map<String, String>> rows = lines.readAll();
            requireColumns(file, table, rows);
            return rows;
        } catch (IOException e) {
            throw new InvalidFleetException(
                    "fleet records " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireColumns(
            Path file, FleetMapping.Table table, List<Map<String, String>> rows) {
        if (rows.isEmpty()) {
            throw new InvalidFleetException("fleet records " + file + " hold no row", null);
        }
        TreeSet<String> missing = new TreeSet<>();
        Stream.of(table.times(), table.numbers(), table.texts())
                .flatMap(fields -> fields.values().stream())
                .forEach(missing::add);
        missing.add(table.machine());
        missing.add(table.time());
        missing.removeAll(rows.get(0).keySet());
        if (!missing.isEmpty()) {
            throw new InvalidFleetException(
                    "fleet records " + file + " lack the mapped columns " + missing, null);
        }
    }
}
