package io.fueloptimine.connectors.parquet.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one day of a table.
 *
 * @param table the name of the table
 * @param folder the folder
 */
public record LakePartition(String table, Path folder) {

    private static final String DAY = "date=";
    private static final String UNFINISHED = ".inprogress";

    /** The name of the folder, such as {@code date=2026-01-05}. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** Table and name, for people. */
    public String label() {
        return table + "/" + name();
    }

    /** The day (UTC) in the name of the folder; empty if the name is not a valid day. */
    public Optional<LocalDate> day() {
        try {
            return name().startsWith(DAY)
                    ? Optional.of(LocalDate.parse(name().substring(DAY.length())))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The finished files, in order of their names. */
    public List<Path> files() throws IOException {
        return entries().stream().filter(LakeLayout::isFinished).toList();
    }

    /**
     * The files that the job has begun and not finished. After a crash, a checkpoint can still need
     * them.
     */
    public List<Path> unfinished() throws IOException {
        return entries().stream()
                .filter(file -> file.getFileName().toString().contains(UNFINISHED))
                .toList();
    }

    /** When the newest file was written; the epoch if there is none. */
    Instant lastWritten() throws IOException {
        Instant last = Instant.EPOCH;
        for (Path file : files()) {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            last = written.isAfter(last) ? written : last;
        }
        return last;
    }

    private List<Path> entries() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(Files::isRegularFile).sorted().forEach(found::add);
        }
        return found;
    }
}
