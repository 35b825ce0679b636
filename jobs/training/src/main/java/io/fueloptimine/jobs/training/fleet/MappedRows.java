package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.models.mine.MineJson;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Converts rows of a mapped file to messages. A value that cannot be parsed is published unchanged,
 * so that decoding rejects the message and names the field. Immutable.
 */
final class MappedRows {

    private final MappedTable table;
    private final ZoneId zone;
    private final DateTimeFormatter timestamp;

    MappedRows(MappedTable table, ZoneId zone) {
        this.table = table;
        this.zone = zone;
        this.timestamp = DateTimeFormatter.ofPattern(table.timestamp());
    }

    /** The machine of a row; empty when the row does not contain it. */
    String machineOf(Map<String, String> row) {
        return row.getOrDefault(table.machine(), "").strip();
    }

    /**
     * The row as a message.
     *
     * @param unmapped further fields; the value of a mapped column takes precedence if it is not
     *     empty
     */
    FleetRecord record(Map<String, String> row, String topic, Map<String, Object> unmapped) {
        Map<String, Object> message = new LinkedHashMap<>(unmapped);
        Optional<Object> time = given(row, table.time()).map(this::instant);
        time.ifPresent(value -> message.put("time", value));
        table.times()
                .forEach(
                        (field, column) ->
                                given(row, column)
                                        .map(this::instant)
                                        .ifPresent(value -> message.put(field, value)));
        table.numbers()
                .forEach(
                        (field, column) ->
                                given(row, column)
                                        .map(MappedRows::number)
                                        .ifPresent(value -> message.put(field, value)));
        table.texts()
                .forEach(
                        (field, column) ->
                                given(row, column)
                                        .map(value -> ours(field, value))
                                        .ifPresent(value -> message.put(field, value)));
        return new FleetRecord(topic, MineJson.toBytes(message), orderedBy(time));
    }

    private Optional<String> given(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !table.unavailable().contains(value));
    }

    private Object instant(String value) {
        try {
            return LocalDateTime.parse(value, timestamp).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private static Object number(String value) {
        try {
            return Double.valueOf(value);
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private String ours(String field, String value) {
        return table.words().getOrDefault(field, Map.of()).getOrDefault(value, value);
    }

    private static Instant orderedBy(Optional<Object> time) {
        return time.filter(Instant.class::isInstance)
                .map(Instant.class::cast)
                .orElse(Instant.EPOCH);
    }
}
