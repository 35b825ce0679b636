package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvFile;
import io.fueloptimine.jobs.training.csv.CsvFormat;
import io.fueloptimine.jobs.training.csv.CsvHeader;
import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.jobs.training.csv.ReadProgress;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.WildcardPattern;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** The CSV files in a folder that contain one kind of records, sorted by name. Immutable. */
final class CsvFiles {

    private final Path folder;
    private final String name;
    private final List<CsvFile> files;

    private CsvFiles(Path folder, String name, List<CsvFile> files) {
        this.folder = folder;
        this.name = name;
        this.files = files;
    }

    /**
     * Finds the files in a folder by name or pattern.
     *
     * @param columns the columns that the mapping names
     * @throws InvalidInputException when the folder cannot be read
     */
    static CsvFiles of(Path folder, String name, CsvFormat format, Collection<String> columns) {
        Set<String> mapped = Set.copyOf(columns);
        return new CsvFiles(
                folder,
                name,
                matching(folder, name).stream()
                        .map(path -> new CsvFile(path, format, mapped))
                        .toList());
    }

    /** Finds the files of a table in a folder. */
    static CsvFiles of(Path folder, MappedTable table) {
        return of(folder, table.file(), table.format(), table.columns());
    }

    /** The faults of the files and their headers; empty when all files can be read. */
    List<String> faults() {
        if (files.isEmpty()) {
            return List.of(
                    "fleet records " + folder.resolve(name) + " do not exist; see --mapping");
        }
        return files.stream().flatMap(file -> file.faults().stream()).toList();
    }

    /**
     * Passes each row to a consumer and reports the progress of reading.
     *
     * @param percent receives the percentage of bytes read, each time it changes
     * @throws InvalidInputException when a file cannot be read or lacks a column, or when no file
     *     contains rows
     */
    void forEach(Consumer<CsvRow> rows, IntConsumer percent) {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        ReadProgress progress =
                new ReadProgress(
                        files.stream().mapToLong(file -> size(file.path())).sum(), percent);
        long number = 0;
        for (CsvFile file : files) {
            Optional<CsvHeader> header = file.header();
            if (header.isPresent()) {
                number = file.read(header.get(), number, rows, progress);
            }
            progress.fileEnded(size(file.path()));
        }
        if (number == 0) {
            throw new InvalidInputException(
                    "fleet records " + folder.resolve(name) + " contain no rows");
        }
    }

    private static List<Path> matching(Path folder, String name) {
        if (Files.isRegularFile(folder.resolve(name))) {
            return List.of(folder.resolve(name));
        }
        return WildcardPattern.isPattern(name) ? list(folder, name) : List.of();
    }

    private static List<Path> list(Path folder, String pattern) {
        List<Path> found = new ArrayList<>();
        WildcardPattern names = new WildcardPattern(pattern);
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(
                        folder, file -> names.matches(file.getFileName().toString()))) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "fleet records in " + folder + " cannot be read: expected a folder", e);
        }
        return found.stream().filter(Files::isRegularFile).sorted().toList();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new InvalidInputException("fleet records " + file + " cannot be read", e);
        }
    }
}
