package io.fueloptimine.connectors.parquet.files;

import java.time.Duration;

/**
 * When and how files are compacted.
 *
 * @param smallBytes files below this size are merged, into files of about this size or more
 * @param idle only partitions are compacted to which no file was added for this time
 * @param grace how long replaced files stay for readers that had listed them
 */
public record CompactionSettings(long smallBytes, Duration idle, Duration grace) {

    /** Merges files below 128 MiB an hour after the last one; replaced files stay for a day. */
    public static final CompactionSettings DEFAULT =
            new CompactionSettings(128L << 20, Duration.ofHours(1), Duration.ofDays(1));

    public CompactionSettings {
        if (smallBytes < 1 || idle.isNegative() || grace.isNegative()) {
            throw new IllegalArgumentException(
                    "compaction of files below "
                            + smallBytes
                            + " bytes, idle for "
                            + idle
                            + ", grace "
                            + grace
                            + ": expected at least 1 byte and no negative times");
        }
    }
}
