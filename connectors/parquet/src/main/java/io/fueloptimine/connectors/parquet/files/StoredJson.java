package io.fueloptimine.connectors.parquet.files;

import io.fueloptimine.models.mine.input.MineJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the JSON files that describe the files of the lake. */
final class StoredJson {

    private StoredJson() {}

    /**
     * Reads a record.
     *
     * @throws IOException naming the file, if it cannot be read or has other content
     */
    static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            T value = MineJson.fromBytes(Files.readAllBytes(file), type);
            if (value != null) {
                return value;
            }
        } catch (IOException e) {
            throw new IOException(fault(file), e);
        }
        throw new IOException(fault(file));
    }

    private static String fault(Path file) {
        return "cannot read " + file + ", expected a file that fuel lake has written";
    }
}
