package io.fueloptimine.jobs.training.csv;

import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One CSV file of a table. The header is the first row with all mapped columns; rows before the
 * header, such as the title of a report, are skipped. Immutable.
 */
public final class CsvFile {

    /** Number of rows at the beginning of the file in which the header is searched. */
    private static final int HEADER_ROWS = 50;

    private final Path path;
    private final CsvFormat format;
    private final Set<String> columns;

    /**
     * @param columns the columns that the mapping names
     */
    public CsvFile(Path path, CsvFormat format, Set<String> columns) {
        this.path = path;
        this.format = format;
        this.columns = columns;
    }

    public Path path() {
        return path;
    }

    /**
     * Reads the header.
     *
     * @return the row with the most mapped columns, of which some may be missing; empty when the
     *     file has no rows
     * @throws InvalidInputException when the file cannot be read
     */
    public Optional<CsvHeader> header() {
        List<CsvHeader> found = new ArrayList<>();
        InvalidInputException fault = null;
        for (char separator : format.separators()) {
            try {
                Optional<CsvHeader> header = header(separator);
                if (header.filter(this::isComplete).isPresent()) {
                    return header;
                }
                header.ifPresent(found::add);
            } catch (InvalidInputException e) {
                // By another separator it may be readable.
                fault = e;
            }
        }
        if (found.isEmpty() && fault != null) {
            throw fault;
        }
        return found.stream()
                .max(
                        Comparator.comparingLong((CsvHeader header) -> header.countOf(columns))
                                .thenComparingInt(CsvHeader::size));
    }

    /** The faults of the file and its header; empty when the file can be read. */
    public List<String> faults() {
        try {
            return header().map(header -> header.faults(columns)).orElse(List.of()).stream()
                    .map(fault -> "fleet records " + path + ": " + fault)
                    .toList();
        } catch (InvalidInputException e) {
            return e.faults();
        }
    }

    /**
     * Passes each row after the header to a consumer.
     *
     * @param number the number that the first row receives
     * @return the number of the last row plus 1
     * @throws InvalidInputException when the file cannot be read
     */
    public long read(
            CsvHeader header, long number, Consumer<CsvRow> consumer, ReadProgress progress) {
        String name = path.getFileName().toString();
        long next = number;
        try (CsvRecords rows = CsvRecords.open(path, format, header.separator())) {
            while (rows.next()) {
                if (rows.line() > header.line()) {
                    CsvPosition position = new CsvPosition(name, rows.line());
                    consumer.accept(new CsvRow(position, next++, header, rows.values()));
                    progress.at(rows.charactersRead());
                }
            }
        }
        return next;
    }

    /**
     * Searches the header of a file with the given separator. The header is the row that contains
     * the most mapped columns.
     */
    private Optional<CsvHeader> header(char separator) {
        CsvHeader best = null;
        try (CsvRecords rows = CsvRecords.open(path, format, separator)) {
            for (int i = 0; i < HEADER_ROWS && rows.next(); i++) {
                CsvHeader header = new CsvHeader(rows.separator(), rows.line(), rows.values());
                if (best == null || header.countOf(columns) > best.countOf(columns)) {
                    best = header;
                }
                if (isComplete(header)) {
                    break;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isComplete(CsvHeader header) {
        return header.countOf(columns) == columns.size();
    }
}
