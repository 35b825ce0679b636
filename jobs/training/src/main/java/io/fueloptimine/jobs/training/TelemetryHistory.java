package io.fueloptimine.jobs.training;

import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.jobs.training.fleet.FleetRecord;
import io.fueloptimine.jobs.training.fleet.FleetRecords;
import io.fueloptimine.jobs.training.fleet.RecordFilter;
import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The history of haul trucks from telemetry in CSV files. Rows are decoded and validated as in job
 * ingest, and windows and cycles are built as in job fuel. Files may be ordered by time or by
 * truck; the rows of one truck must be in order of time, and a row that is not later than the
 * previous one of its truck is excluded.
 */
final class TelemetryHistory {

    private static final String STEP = "Reading telemetry";
    private static final String NOT_LATER = "not-later";

    private final RecordFilter sieve = new RecordFilter();
    private final Map<String, Truck> trucks = new TreeMap<>();
    private long readings;

    private TelemetryHistory() {}

    /**
     * Reads a folder.
     *
     * @throws io.fueloptimine.models.mine.InvalidInputException when the mapping has no telemetry
     *     table, or a file is missing or lacks a mapped column
     */
    static MineHistory of(Path folder, FleetMapping mapping, TrainingProgress progress) {
        TelemetryHistory history = new TelemetryHistory();
        new FleetRecords(mapping)
                .telemetry(folder, percent -> progress.reached(STEP, percent), history::take);
        return history.asMineHistory(mapping.site());
    }

    private void take(FleetRecord record) {
        sieve.pass(record).ifPresent(this::take);
    }

    private void take(Reading reading) {
        Truck truck = trucks.computeIfAbsent(reading.machineId(), id -> new Truck(reading));
        if (sieve.require(truck.isLater(reading), NOT_LATER)) {
            truck.take(reading);
            readings++;
        }
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
        long leftOut = sieve.leftOut().values().stream().mapToLong(Integer::longValue).sum();
        String why =
                sieve.leftOut().entrySet().stream()
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

    /** One truck's windows and cycles. */
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
