package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.MineName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Converts rows of a mapped file to messages. A value that cannot be read is put into the message
 * unchanged, so that decoding rejects it as well; the record has the reason. Immutable.
 */
final class MappedRows {

    private static final int MAX_ROW_SHOWN = 2_000;

    private final MappedTable table;
    private final LocalTimes times;
    private final CsvNumber numbers;

    MappedRows(MappedTable table, LocalTimes times) {
        this.table = table;
        this.times = times;
        this.numbers = new CsvNumber(table.format());
    }

    /**
     * The row as a message.
     *
     * @param machineId the machine that publishes it
     * @param topic the topic of the message
     * @param unmapped further fields; the value of a mapped column takes precedence if it is not
     *     empty
     */
    FleetRecord record(CsvRow row, String machineId, String topic, Map<String, Object> unmapped) {
        RowMessage message = new RowMessage(row, unmapped);
        MineName.violation(machineId)
                .ifPresent(expected -> message.fault("machine", machineId, expected));
        if (row.isTooLong()) {
            message.replaceByRow();
        } else {
            message.convert();
        }
        return new FleetRecord(
                machineId,
                topic,
                MineJson.toBytes(message.fields),
                message.fields.get("time") instanceof Instant time ? time : Instant.EPOCH,
                row.position(),
                Optional.ofNullable(message.fault));
    }

    private interface Conversion {
        Object of(String value) throws UnreadableValueException;
    }

    /** The message of one row. */
    private final class RowMessage {

        private final CsvRow row;
        private final Map<String, Object> fields;

        /** The first fault; null when there is none. */
        private RowFault fault;

        RowMessage(CsvRow row, Map<String, Object> unmapped) {
            this.row = row;
            this.fields = new LinkedHashMap<>(unmapped);
        }

        /** Puts the whole row instead of its time, because its values cannot be told apart. */
        private void replaceByRow() {
            String text = row.text();
            fields.clear();
            fields.put(
                    "time",
                    text.length() <= MAX_ROW_SHOWN ? text : text.substring(0, MAX_ROW_SHOWN));
            fault = row.tooLong();
        }

        private void convert() {
            put("time", table.time(), value -> instant(value, table.time()));
            table.times().forEach((field, column) -> put(field, column, v -> instant(v, column)));
            table.numbers().forEach((field, column) -> put(field, column, numbers::parse));
            table.texts().forEach((field, column) -> put(field, column, v -> ours(field, v)));
        }

        private void put(String field, String column, Conversion conversion) {
            String value = row.value(column);
            if (value.isEmpty() || table.unavailable().contains(value)) {
                return;
            }
            try {
                fields.put(field, conversion.of(value));
            } catch (UnreadableValueException e) {
                fields.put(field, value);
                fault(field, value, e.expected());
            }
        }

        private Instant instant(String value, String column) throws UnreadableValueException {
            return times.instant(
                    table.timestamp().parse(value),
                    row.value(table.machine()),
                    column,
                    row.number());
        }

        private String ours(String field, String value) {
            return table.words().getOrDefault(field, Map.of()).getOrDefault(value, value);
        }

        private void fault(String field, String value, String expected) {
            if (fault == null) {
                fault = new RowFault(row.position(), RowFault.UNREADABLE, field, value, expected);
            }
        }
    }
}
