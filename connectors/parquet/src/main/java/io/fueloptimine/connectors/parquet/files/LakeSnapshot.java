package io.fueloptimine.connectors.parquet.files;

import java.time.Instant;
import java.util.List;

/**
 * Files of a lake that stay as they are until the snapshot is released, whatever is added,
 * compacted or removed.
 *
 * @param id derived from the files and {@code spanHours}: equal files give an equal id
 * @param takenAt when it was taken first
 * @param spanHours the span of event time that a training reads of it, in hours; 0 if it was not
 *     taken for a training
 * @param files the files by their paths below the lake's folder, in order
 */
public record LakeSnapshot(String id, Instant takenAt, long spanHours, List<LakeFile> files) {

    /** The form of an id. */
    public static final String ID = "[0-9a-f]{16}";

    public LakeSnapshot {
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** The number of rows. */
    public long rows() {
        return files.stream().mapToLong(LakeFile::rows).sum();
    }

    /** The size of the files. */
    public long bytes() {
        return files.stream().mapToLong(LakeFile::bytes).sum();
    }
}
