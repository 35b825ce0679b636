package io.fueloptimine.jobs.training.fleet;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a fleet's CSV files: rows as column to value, each file with a header. Stateless. */
final class CsvFile {

    private static final CsvMapper CSV = new CsvMapper();

    private CsvFile() {}

    /**
     * All rows of one table's file.
     *
     * @throws InvalidFleetException when the file is missing, holds no row or lacks a mapped column
     */
    static List<Map<String, String>> rows(Path folder, FleetMapping.Table table) {
        TreeSet<String> columns = new TreeSet<>();
        Stream.of(table.times(), table.numbers(), table.texts())
                .flatMap(fields -> fields.values().stream())
                .forEach(columns::add);
        columns.add(table.machine());
        columns.add(table.time());
        return rows(folder.resolve(table.file()), columns);
    }

    /**
     * All rows of a file.
     *
     * @throws InvalidFleetException when the file is missing, holds no row or lacks a column
     */
    static List<Map<String, String>> rows(Path file, Collection<String> columns) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidFleetException(
                    "fleet records " + file + " do not exist; see --fms and --mapping", null);
        }
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> lines =
                CSV.readerForMapOf(String.class).with(header).readValues(file.toFile())) {
            List<Map<String, String>> rows = lines.readAll();
            requireColumns(file, columns, rows);
            return rows;
        } catch (IOException e) {
            throw new InvalidFleetException(
                    "fleet records " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireColumns(
            Path file, Collection<String> columns, List<Map<String, String>> rows) {
        if (rows.isEmpty()) {
            throw new InvalidFleetException("fleet records " + file + " hold no row", null);
        }
        TreeSet<String> missing = new TreeSet<>(columns);
        missing.removeAll(rows.get(0).keySet());
        if (!missing.isEmpty()) {
            throw new InvalidFleetException(
                    "fleet records " + file + " lack the mapped columns " + missing, null);
        }
    }
}
