package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Collects records and sorts them in memory. The number and the size of the records are limited.
 * Not thread-safe.
 */
final class SortedRecords {

    /** The largest number of records that are accepted. */
    static final int MAX_RECORDS = 1_000_000;

    /** The largest total size of the records' messages and names, bytes. */
    static final long MAX_BYTES = 512L << 20;

    private final int maxRecords;
    private final long maxBytes;
    private final List<FleetRecord> records = new ArrayList<>();
    private long bytes;

    SortedRecords(int maxRecords, long maxBytes) {
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
    }

    /**
     * Adds a record.
     *
     * @throws InvalidInputException when there are too many records
     */
    void add(FleetRecord record) {
        bytes += record.json().length + record.topic().length() + record.machineId().length();
        if (records.size() == maxRecords || bytes > maxBytes) {
            throw new InvalidInputException(
                    String.format(
                            Locale.ROOT,
                            "fleet records %s: more than %d rows or %d bytes of messages up to line"
                                    + " %d, expected at most so many: split the files",
                            record.position().file(),
                            maxRecords,
                            maxBytes,
                            record.position().line()));
        }
        records.add(record);
    }

    /** The collected records, sorted by time. */
    List<FleetRecord> inOrder() {
        return records.stream().sorted(FleetRecord.BY_TIME).toList();
    }
}
