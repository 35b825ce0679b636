package io.fueloptimine.jobs.training.fleet;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.fueloptimine.models.mine.InvalidInputException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * The CSV files of one kind of records in a folder. Each has a header; each row is read as a map of
 * column to value. Immutable.
 */
final class CsvFiles {

    private static final ObjectReader ROWS =
            new CsvMapper().readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());
    private static final int PERCENT = 100;

    private final List<Path> files;
    private final Set<String> columns;

    private CsvFiles(List<Path> files, Collection<String> columns) {
        this.files = List.copyOf(files);
        this.columns = new TreeSet<>(columns);
    }

    /**
     * The files of a table.
     *
     * @throws InvalidInputException when there is none
     */
    static CsvFiles of(Path folder, MappedTable table) {
        List<String> columns = new ArrayList<>(List.of(table.machine(), table.time()));
        Stream.of(table.times(), table.numbers(), table.texts())
                .map(Map::values)
                .forEach(columns::addAll);
        return new CsvFiles(matching(folder, table.file()), columns);
    }

    /**
     * One file.
     *
     * @throws InvalidInputException when it does not exist
     */
    static CsvFiles of(Path file, Collection<String> columns) {
        return new CsvFiles(
                matching(file.resolveSibling(""), file.getFileName().toString()), columns);
    }

    /**
     * Passes each row to a consumer.
     *
     * @throws InvalidInputException when a file cannot be read, contains no rows or lacks a column
     */
    void forEach(Consumer<Map<String, String>> rows) {
        forEach(rows, percent -> {});
    }

    /**
     * Passes each row to a consumer and reports the progress.
     *
     * @param percent receives the percentage of bytes read, each time it changes
     * @throws InvalidInputException when a file cannot be read, contains no rows or lacks a column
     */
    void forEach(Consumer<Map<String, String>> rows, IntConsumer percent) {
        long all = files.stream().mapToLong(CsvFiles::size).sum();
        long before = 0;
        for (Path file : files) {
            read(file, rows, new Progress(before, all, percent));
            before += size(file);
        }
    }

    private void read(Path file, Consumer<Map<String, String>> rows, Progress progress) {
        try (MappingIterator<Map<String, String>> lines = ROWS.readValues(file.toFile())) {
            if (!lines.hasNextValue()) {
                throw new InvalidInputException("fleet records " + file + " contain no rows");
            }
            Map<String, String> row = lines.nextValue();
            requireColumns(file, row);
            rows.accept(row);
            while (lines.hasNextValue()) {
                rows.accept(lines.nextValue());
                progress.at(lines.getCurrentLocation().getCharOffset());
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "fleet records " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void requireColumns(Path file, Map<String, String> row) {
        TreeSet<String> missing = new TreeSet<>(columns);
        missing.removeAll(row.keySet());
        if (!missing.isEmpty()) {
            throw new InvalidInputException(
                    "fleet records " + file + " lack the mapped columns " + missing);
        }
    }

    private static List<Path> matching(Path folder, String name) {
        if (Files.isRegularFile(folder.resolve(name))) {
            return List.of(folder.resolve(name));
        }
        List<Path> found = isPattern(name) ? list(folder, name) : List.of();
        if (found.isEmpty()) {
            throw new InvalidInputException(
                    "fleet records " + folder.resolve(name) + " do not exist; see --mapping");
        }
        return found.stream().sorted().toList();
    }

    private static boolean isPattern(String name) {
        return name.contains("*") || name.contains("?");
    }

    private static List<Path> list(Path folder, String pattern) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "fleet records in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return found;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "fleet records " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The progress of reading. Not thread-safe. */
    private static final class Progress {

        private final long before;
        private final long all;
        private final IntConsumer percent;
        private int reported = -1;

        Progress(long before, long all, IntConsumer percent) {
            this.before = before;
            this.all = all;
            this.percent = percent;
        }

        void at(long position) {
            int now = (int) Math.min(PERCENT, PERCENT * (before + position) / all);
            if (now > reported) {
                reported = now;
                percent.accept(now);
            }
        }
    }
}
