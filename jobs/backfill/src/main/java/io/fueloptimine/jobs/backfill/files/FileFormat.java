package io.fueloptimine.jobs.backfill.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of files. */
public enum FileFormat {
    /** Values separated by commas, semicolons, tabs or bars. */
    CSV,
    /** One document; the records are the elements of an array in it. */
    JSON,
    /** One JSON object per line. */
    NDJSON;

    /** The name in mapping files, in lower case. */
    public String mappingName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format with the given name in mapping files; empty for an unknown name. */
    static Optional<FileFormat> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.mappingName().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(FileFormat::mappingName).toList();
    }
}
