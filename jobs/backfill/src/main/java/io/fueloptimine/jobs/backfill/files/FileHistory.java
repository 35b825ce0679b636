package io.fueloptimine.jobs.backfill.files;

import io.fueloptimine.jobs.backfill.history.History;
import io.fueloptimine.jobs.backfill.history.TimeRange;
import io.fueloptimine.jobs.backfill.spool.SpoolWriter;
import io.fueloptimine.jobs.backfill.spool.Spools;
import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.csv.ReadProgress;
import io.fueloptimine.jobs.training.fleet.FleetRecord;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Files of other systems, as messages for job ingest. Files have no time of arrival; each message
 * counts as received when it was measured, and messages are processed in the order of their times.
 */
public final class FileHistory implements History {

    private final String pattern;
    private final FilesMapping mapping;
    private final Path mappingFile;
    private final Map<FileTable, List<RowFile>> byTable;

    private FileHistory(
            String pattern,
            FilesMapping mapping,
            Path mappingFile,
            Map<FileTable, List<RowFile>> byTable) {
        this.pattern = pattern;
        this.mapping = mapping;
        this.mappingFile = mappingFile;
        this.byTable = byTable;
    }

    /**
     * Finds the files and checks their headers.
     *
     * @param pattern the path of files with {@code *}, {@code ?} and {@code **}
     * @throws InvalidInputException when no file matches, or a file fits no table or lacks a column
     */
    public static FileHistory of(String pattern, Path mappingFile) {
        FilesMapping mapping = FilesMappingFile.read(mappingFile);
        Map<FileTable, List<RowFile>> byTable = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (Path file : MatchingFiles.of(pattern)) {
            mapping.tableOf(file)
                    .map(table -> new RowFile(file, table))
                    .ifPresentOrElse(
                            found -> {
                                byTable.computeIfAbsent(found.table(), t -> new ArrayList<>())
                                        .add(found);
                                faults.addAll(found.faults());
                            },
                            () -> faults.add(noTable(file, mapping)));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
        return new FileHistory(pattern, mapping, mappingFile, byTable);
    }

    private static String noTable(Path file, FilesMapping mapping) {
        return "--files "
                + file
                + " fits no table of the mapping, expected a name like one of "
                + mapping.tables().stream().map(table -> table.columns().file()).toList();
    }

    /** The site of all records. */
    public String site() {
        return mapping.site();
    }

    FilesMapping mapping() {
        return mapping;
    }

    Map<FileTable, List<RowFile>> byTable() {
        return byTable;
    }

    @Override
    public String description() {
        return "files " + pattern + " by the mapping " + mappingFile;
    }

    @Override
    public List<Path> files() {
        List<Path> files = new ArrayList<>(List.of(mappingFile));
        byTable.values().forEach(some -> some.forEach(file -> files.add(file.path())));
        return files;
    }

    @Override
    public boolean isRaw() {
        return true;
    }

    @Override
    public List<String> extract(TimeRange range, Spools spools, IntConsumer percent) {
        InputReport report = new InputReport();
        ReadProgress progress =
                new ReadProgress(files().stream().mapToLong(FileHistory::size).sum(), percent);
        try (SpoolWriter<RawMessage> writer = spools.messages().writer()) {
            byTable.forEach(
                    (table, some) ->
                            new RowMessages(mapping, table, some, report)
                                    .forEach(
                                            progress,
                                            (row, record) -> add(record, range, report, writer)));
        }
        return report.lines();
    }

    private static void add(
            FleetRecord record,
            TimeRange range,
            InputReport report,
            SpoolWriter<RawMessage> messages) {
        record.fault().ifPresent(report::leaveOut);
        // A record without a readable time is kept: job ingest rejects it with its bytes.
        boolean unreadable = record.fault().isPresent();
        if (unreadable || range.contains(record.time())) {
            Instant time = record.time().isBefore(Instant.EPOCH) ? Instant.EPOCH : record.time();
            messages.add(new RawMessage(record.topic(), record.json(), time, false));
        }
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new InvalidInputException("--files " + file + " cannot be read", e);
        }
    }
}
