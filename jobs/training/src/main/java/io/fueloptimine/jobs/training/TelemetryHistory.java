package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.jobs.training.fleet.FleetRecord;
import io.fueloptimine.jobs.training.fleet.FleetRecords;
import io.fueloptimine.jobs.training.fleet.RecordFilter;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the history of haul trucks from telemetry in CSV files. Rows are decoded and validated with
 * the code of job ingest; fuel windows and haul cycles are computed with the code of job fuel.
 * Files may be sorted by time or by truck, but the rows of each truck must be in order of time. A
 * row whose time is not after the previous row of the same truck is excluded.
 */
final class TelemetryHistory {

    private static final String STEP = "Reading telemetry";
    private static final String NOT_LATER = "not-later";

    private final InputReport report;
    private final RecordFilter filter;
    private final Map<String, Truck> trucks = new TreeMap<>();
    private long readings;

    private TelemetryHistory(InputReport report) {
        this.report = report;
        this.filter = new RecordFilter(report);
    }

    /**
     * Reads the telemetry files of a folder.
     *
     * @throws io.fueloptimine.models.mine.input.InvalidInputException when the mapping has no
     *     telemetry table, or a file is missing or lacks a mapped column
     */
    static MineHistory of(Path folder, FleetMapping mapping, TrainingProgress progress) {
        FleetRecords records = new FleetRecords(mapping);
        TelemetryHistory history = new TelemetryHistory(records.report());
        try {
            records.telemetry(folder, percent -> progress.reached(STEP, percent), history::take);
        } finally {
            progress.leftOut(history.leftOut());
        }
        return history.asMineHistory(mapping.site());
    }

    private void take(FleetRecord record) {
        filter.pass(record).ifPresent(reading -> take(record, reading));
    }

    private void take(FleetRecord record, Reading reading) {
        Truck truck = trucks.computeIfAbsent(reading.machineId(), id -> new Truck(reading));
        if (filter.require(
                record,
                truck.isLater(reading),
                NOT_LATER,
                "time",
                reading.time().toString(),
                "a time after that of the machine's row before")) {
            truck.take(reading);
            readings++;
        }
    }

    private List<String> leftOut() {
        List<String> lines = new ArrayList<>(report.lines());
        long empty = trucks.values().stream().mapToLong(truck -> truck.windows.empty()).sum();
        if (empty > 0) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "Minutes without fuel: %,d, expected two values of fuelRateLph or"
                                    + " totalFuelUsedL in each",
                            empty));
        }
        return lines;
    }

    private MineHistory asMineHistory(String site) {
        List<FuelWindow> windows =
                trucks.values().stream()
                        .flatMap(truck -> truck.windows.windows().stream())
                        .toList();
        List<HaulCycle> cycles =
                trucks.values().stream().flatMap(truck -> truck.cycles.cycles().stream()).toList();
        return new MineHistory(windows, cycles, source(site));
    }

    private String source(String site) {
        long leftOut = report.total();
        String why =
                report.byRule().entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", ", ": ", ""));
        return String.format(
                Locale.ROOT,
                "telemetry of site %s, %d readings of %d trucks, %d left out%s",
                site,
                readings,
                trucks.size(),
                leftOut,
                leftOut == 0 ? "" : why);
    }

    /** Collects the fuel windows and haul cycles of one truck. */
    private static final class Truck {

        private final HistoryWindows windows;
        private final HistoryCycles cycles;
        private Instant last = Instant.MIN;

        Truck(Reading first) {
            windows = new HistoryWindows(first.time());
            cycles = new HistoryCycles(first.site());
        }

        boolean isLater(Reading reading) {
            return reading.time().isAfter(last);
        }

        void take(Reading reading) {
            last = reading.time();
            windows.accept(reading);
            cycles.accept(reading);
        }
    }
}
