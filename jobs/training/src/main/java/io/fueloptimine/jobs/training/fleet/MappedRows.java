package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvNumber;
import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.jobs.training.csv.RowFault;
import io.fueloptimine.jobs.training.timestamp.LocalTimes;
import io.fueloptimine.jobs.training.timestamp.UnreadableValueException;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.input.MineName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Converts rows of a mapped file to messages. An unreadable value is copied to the message
 * unchanged, so that decoding rejects the message; the record contains the reason. Immutable.
 */
public final class MappedRows {

    private static final int MAX_LENGTH = 2_000;

    private final MappedTable table;
    private final LocalTimes times;
    private final CsvNumber numbers;

    public MappedRows(MappedTable table, LocalTimes times) {
        this.table = table;
        this.times = times;
        this.numbers = new CsvNumber(table.format());
    }

    /**
     * Converts a row to a message.
     *
     * @param machineId the machine that publishes the message
     * @param topic the topic of the message
     * @param unmapped further fields of the message; a non-empty value of a mapped column replaces
     *     the further field of the same name
     */
    public FleetRecord record(
            CsvRow row, String machineId, String topic, Map<String, Object> unmapped) {
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

    /**
     * Shortens a value that is too long for a message, and returns the beginning in a JSON list.
     * Decoding rejects the message, because a list is not a text.
     */
    private static Object shortened(String value) {
        return value.length() <= MAX_LENGTH
                ? value
                : List.of(value.substring(0, MAX_LENGTH), "...");
    }

    private interface Conversion {
        Object of(String value) throws UnreadableValueException;
    }

    /** Builds the message of one row. */
    private final class RowMessage {

        private final CsvRow row;
        private final Map<String, Object> fields;

        /** The first fault in the row; null when the row has no fault. */
        private RowFault fault;

        RowMessage(CsvRow row, Map<String, Object> unmapped) {
            this.row = row;
            this.fields = new LinkedHashMap<>(unmapped);
        }

        /**
         * Replaces the fields by the whole row as the message's time, because the row's values
         * cannot be assigned to columns. Decoding then rejects the message.
         */
        private void replaceByRow() {
            fields.clear();
            fields.put("time", shortened(row.text()));
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
                fields.put(field, shortened(value));
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

        private String ours(String field, String value) throws UnreadableValueException {
            if (value.length() > MAX_LENGTH) {
                throw new UnreadableValueException("at most " + MAX_LENGTH + " characters");
            }
            return table.words().getOrDefault(field, Map.of()).getOrDefault(value, value);
        }

        private void fault(String field, String value, String expected) {
            if (fault == null) {
                fault = new RowFault(row.position(), RowFault.UNREADABLE, field, value, expected);
            }
        }
    }
}
