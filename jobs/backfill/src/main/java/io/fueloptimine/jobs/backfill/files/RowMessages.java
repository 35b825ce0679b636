package io.fueloptimine.jobs.backfill.files;

import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.csv.ReadProgress;
import io.fueloptimine.jobs.training.fleet.DoubledHourRows;
import io.fueloptimine.jobs.training.fleet.FleetRecord;
import io.fueloptimine.jobs.training.fleet.MachineLimit;
import io.fueloptimine.jobs.training.fleet.MappedRows;
import io.fueloptimine.jobs.training.timestamp.DoubledHours;
import io.fueloptimine.jobs.training.timestamp.LocalTimes;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Converts the rows of the files of one table to messages. Not thread-safe. */
final class RowMessages {

    private static final ReadProgress NO_PROGRESS = new ReadProgress(1, percent -> {});

    private final FilesMapping mapping;
    private final FileTable table;
    private final List<RowFile> files;
    private final InputReport report;

    /**
     * @param files the files of the table, in order
     * @param report receives remarks on rows
     */
    RowMessages(FilesMapping mapping, FileTable table, List<RowFile> files, InputReport report) {
        this.mapping = mapping;
        this.table = table;
        this.files = new ArrayList<>(files);
        this.report = report;
    }

    /**
     * Passes each message to a consumer, in the order of files and rows.
     *
     * @param progress receives the progress of reading
     */
    void forEach(ReadProgress progress, BiConsumer<CsvRow, FleetRecord> messages) {
        MappedRows rows = new MappedRows(table.columns(), times());
        MachineLimit machines = new MachineLimit(table.columns().machine());
        long number = 0;
        for (RowFile file : files) {
            number =
                    file.read(
                            number,
                            row -> {
                                machines.see(row);
                                if (row.isShort()) {
                                    report.remark(row.position(), CsvRow.SHORT);
                                }
                                messages.accept(row, message(rows, row));
                            },
                            progress);
            progress.fileEnded(FileHistory.size(file.path()));
        }
    }

    private FleetRecord message(MappedRows rows, CsvRow row) {
        String machine = table.sender().orElse(row.value(table.columns().machine()));
        String topic = Topics.mqtt(mapping.site(), table.kind(), machine, table.stream());
        return rows.record(row, machine, topic, known(row));
    }

    private Map<String, Object> known(CsvRow row) {
        boolean isTruck = table.kind() == EquipmentKind.HAULTRUCK;
        return switch (table.stream()) {
            case TELEMETRY, CYCLE ->
                    isTruck && mapping.equipmentClass().isPresent()
                            ? Map.of("equipmentClass", mapping.equipmentClass().get())
                            : Map.of();
            // Two refuellings of one bay can end in the same minute.
            case REFUEL -> Map.of("sequence", row.number());
            default -> Map.of();
        };
    }

    /**
     * The converter of local times. If the zone has hours that occur twice, the files are read an
     * additional time.
     */
    private LocalTimes times() {
        DoubledHours doubled = new DoubledHours(mapping.zone());
        if (doubled.exist()) {
            DoubledHourRows rows = new DoubledHourRows(table.columns(), doubled);
            long number = 0;
            for (RowFile file : files) {
                number = file.read(number, rows::see, NO_PROGRESS);
            }
        }
        return new LocalTimes(mapping.zone(), doubled);
    }
}
