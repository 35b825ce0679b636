package io.fueloptimine.connectors.parquet.files;

import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The checksums of the files of a partition: the file {@value #NAME} in its folder. Files that were
 * added since the manifest was written are not in it.
 *
 * @param files the files, in order of their names
 */
record PartitionManifest(List<LakeFile> files) {

    static final String NAME = "_manifest.json";

    PartitionManifest {
        files = files == null ? List.of() : List.copyOf(files);
    }

    /**
     * Reads the manifest of a folder; empty if there is none.
     *
     * @throws IOException if it cannot be read
     */
    static PartitionManifest read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        return Files.exists(file)
                ? StoredJson.read(file, PartitionManifest.class)
                : new PartitionManifest(List.of());
    }

    /** Writes the manifest in place of an older one, in one step. */
    void write(Path folder) throws IOException {
        DurableFiles.replace(folder.resolve(NAME), MineJson.toBytes(this));
    }

    Map<String, LakeFile> byName() {
        Map<String, LakeFile> byName = new HashMap<>();
        files.forEach(file -> byName.put(file.name(), file));
        return byName;
    }
}
