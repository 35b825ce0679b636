package io.fueloptimine.jobs.backfill.files;

import io.fueloptimine.jobs.training.csv.CsvFile;
import io.fueloptimine.jobs.training.csv.CsvHeader;
import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.jobs.training.csv.ReadProgress;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * One file and its table.
 *
 * @param path the file
 * @param table how its records become messages
 */
record RowFile(Path path, FileTable table) {

    /** What is wrong with the whole file, such as a missing column; empty if it can be read. */
    List<String> faults() {
        return table.format() == FileFormat.CSV ? csv().faults() : List.of();
    }

    /** The columns of the file; for JSON the fields of the first record. */
    List<String> columns() {
        return table.format() == FileFormat.CSV
                ? csv().header().map(CsvHeader::names).orElse(List.of())
                : new JsonRows(path, table).columns();
    }

    /** How the values of the file are separated, for people. */
    String formatText() {
        if (table.format() != FileFormat.CSV) {
            return table.format().mappingName();
        }
        String separator =
                csv().header()
                        .map(header -> header.separator() == '\t' ? "tab" : "" + header.separator())
                        .orElse("none");
        return "csv, separator "
                + separator
                + ", decimal "
                + table.columns().format().decimal()
                + ", charset "
                + table.columns().format().charset()
                + " unless a byte order mark names another";
    }

    /**
     * Passes each row to a consumer.
     *
     * @param number the number that the first row receives
     * @return the number of the last row plus 1
     * @throws InvalidInputException when the file cannot be read
     */
    long read(long number, Consumer<CsvRow> rows, ReadProgress progress) {
        if (table.format() != FileFormat.CSV) {
            return new JsonRows(path, table).read(number, rows, progress);
        }
        CsvFile file = csv();
        List<String> faults = file.faults();
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        return file.header()
                .map(header -> file.read(header, number, rows, progress))
                .orElse(number);
    }

    private CsvFile csv() {
        return new CsvFile(path, table.columns().format(), table.columns().columns());
    }
}
