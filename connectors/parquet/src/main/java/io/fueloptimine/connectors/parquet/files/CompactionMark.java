package io.fueloptimine.connectors.parquet.files;

import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The file {@value #NAME}, which marks a folder with the new files of a compaction that has not
 * ended. Before the exchange the folder is one of the replaced files, after it a partition; so it
 * tells which folder holds the old files if the compaction is killed.
 *
 * @param other the name of the compaction's folder among the replaced files
 * @param merged the names of the old files whose rows are in the new files
 */
record CompactionMark(String other, Set<String> merged) {

    private static final String NAME = "_compacting";

    CompactionMark {
        other = other == null ? "" : other;
        merged = merged == null ? Set.of() : Set.copyOf(merged);
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /**
     * The mark in a folder; empty if there is none.
     *
     * @throws IOException if it cannot be read
     */
    static Optional<CompactionMark> read(Path folder) throws IOException {
        return isIn(folder)
                ? Optional.of(StoredJson.read(folder.resolve(NAME), CompactionMark.class))
                : Optional.empty();
    }

    void write(Path folder) throws IOException {
        DurableFiles.replace(folder.resolve(NAME), MineJson.toBytes(this));
    }

    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }
}
