package io.fueloptimine.connectors.parquet.files;

import java.util.List;

/**
 * What a compaction has done.
 *
 * @param compacted the partitions whose files were merged
 * @param skipped the partitions with small files that were not compacted, with the reason
 * @param bytesRemoved the size of the replaced files whose grace period was over
 */
public record CompactionResult(
        List<Compacted> compacted, List<Skipped> skipped, long bytesRemoved) {

    public CompactionResult {
        compacted = List.copyOf(compacted);
        skipped = List.copyOf(skipped);
    }

    /**
     * A partition whose files were merged.
     *
     * @param label table and partition
     * @param filesBefore number of files before
     * @param filesAfter number of files after
     * @param bytesBefore size before
     * @param bytesAfter size after
     */
    public record Compacted(
            String label, int filesBefore, int filesAfter, long bytesBefore, long bytesAfter) {}

    /**
     * A partition that was not compacted.
     *
     * @param label table and partition
     * @param reason why
     * @param fault whether someone must act on the reason
     */
    public record Skipped(String label, String reason, boolean fault) {}
}
