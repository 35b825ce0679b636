package io.fueloptimine.jobs.backfill.files;

import io.fueloptimine.models.mine.input.WildcardPattern;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How files become messages. {@link FilesMappingFile} reads it.
 *
 * @param site the site of all records
 * @param zone the time zone of timestamps without an offset
 * @param equipmentClass the class of trucks whose records have no class; empty when not given
 * @param tables the kinds of files
 */
public record FilesMapping(
        String site, ZoneId zone, Optional<String> equipmentClass, List<FileTable> tables) {

    /** The first table whose pattern matches the name of a file; empty if there is none. */
    Optional<FileTable> tableOf(Path file) {
        String name = file.getFileName().toString();
        return tables.stream()
                .filter(table -> new WildcardPattern(table.columns().file()).matches(name))
                .findFirst();
    }
}
