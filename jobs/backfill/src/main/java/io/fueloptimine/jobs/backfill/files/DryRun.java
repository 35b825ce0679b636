package io.fueloptimine.jobs.backfill.files;

import io.fueloptimine.jobs.backfill.history.TimeRange;
import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.csv.ReadProgress;
import io.fueloptimine.jobs.training.fleet.FleetRecord;
import io.fueloptimine.jobs.training.fleet.MappedTable;
import io.fueloptimine.jobs.training.fleet.RecordFilter;
import io.fueloptimine.models.message.StreamFields;
import io.fueloptimine.models.mine.input.PrintableText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Shows what a backfill understands of files, without writing anything: format, columns with their
 * units, times, the first rows as messages, and which rows would be rejected and why. Rows are
 * decoded and checked with the code and the default rules of job ingest.
 */
public final class DryRun {

    private static final int FIRST_ROWS = 3;
    private static final int MAX_LINE = 400;

    private final FileHistory history;
    private final TimeRange range;

    public DryRun(FileHistory history, TimeRange range) {
        this.history = history;
        this.range = range;
    }

    /**
     * Reads the files.
     *
     * @return lines of text for people
     * @throws io.fueloptimine.models.mine.input.InvalidInputException when a file cannot be read
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Site " + history.site() + ", time zone " + history.mapping().zone());
        history.byTable().forEach((table, files) -> lines.addAll(lines(table, files)));
        return lines;
    }

    private List<String> lines(FileTable table, List<RowFile> files) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                String.format(
                        Locale.ROOT,
                        "Table %s: %d files, %s of %s",
                        table.name(),
                        files.size(),
                        table.stream().topicName(),
                        table.kind().topicName()));
        files.forEach(file -> lines.add("  " + file.path() + " (" + file.formatText() + ")"));
        lines.addAll(columns(table));
        lines.add("  not used: " + unused(files.get(0)));
        InputReport report = new InputReport();
        Rows rows = new Rows(new RecordFilter(report));
        new RowMessages(history.mapping(), table, files, report)
                .forEach(new ReadProgress(1, percent -> {}), rows::see);
        lines.addAll(rows.lines());
        report.lines().forEach(line -> lines.add("  " + line));
        return lines;
    }

    private static List<String> columns(FileTable table) {
        MappedTable columns = table.columns();
        Map<String, StreamFields.Field> fields = StreamFields.of(table.stream());
        List<String> lines = new ArrayList<>();
        lines.add(
                "  machine <- "
                        + table.sender().map(id -> "always " + id).orElse(columns.machine()));
        lines.add("  time <- " + columns.time() + ", a time like " + columns.timestamp().example());
        columns.times().forEach((field, column) -> lines.add(line(fields, field, column, "time")));
        columns.numbers()
                .forEach((field, column) -> lines.add(line(fields, field, column, "number")));
        columns.texts().forEach((field, column) -> lines.add(line(fields, field, column, "text")));
        return lines;
    }

    private static String line(
            Map<String, StreamFields.Field> fields, String field, String column, String kind) {
        String quantity = fields.get(field).quantity();
        String converted = quantity.equals(field) ? "" : ", converted to " + quantity;
        return "  " + field + " <- " + column + ", " + kind + converted;
    }

    private static String unused(RowFile file) {
        TreeSet<String> unused = new TreeSet<>(file.columns());
        unused.removeAll(file.table().columns().columns());
        return unused.isEmpty() ? "nothing" : PrintableText.of(String.join(", ", unused));
    }

    /** Counts the rows of a table and keeps the first ones. */
    private final class Rows {

        private final RecordFilter filter;
        private final List<String> first = new ArrayList<>();
        private Instant earliest = Instant.MAX;
        private Instant latest = Instant.MIN;
        private long all;
        private long valid;
        private long outside;

        Rows(RecordFilter filter) {
            this.filter = filter;
        }

        void see(CsvRow row, FleetRecord record) {
            all++;
            if (first.size() < FIRST_ROWS) {
                first.add(shown(row, record));
            }
            if (record.fault().isEmpty() && !range.contains(record.time())) {
                outside++;
            } else if (filter.pass(record).isPresent()) {
                valid++;
                earliest = record.time().isBefore(earliest) ? record.time() : earliest;
                latest = record.time().isAfter(latest) ? record.time() : latest;
            }
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>(first);
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %,d rows: %,d valid%s, %,d would be rejected, %,d outside of the"
                                    + " interval",
                            all,
                            valid,
                            valid == 0 ? "" : " from " + earliest + " to " + latest,
                            all - valid - outside,
                            outside));
            return lines;
        }

        private static String shown(CsvRow row, FleetRecord record) {
            String message = new String(record.json(), StandardCharsets.UTF_8);
            String line =
                    "  line " + row.position().line() + " -> " + record.topic() + " " + message;
            return PrintableText.of(
                    line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "...");
        }
    }
}
