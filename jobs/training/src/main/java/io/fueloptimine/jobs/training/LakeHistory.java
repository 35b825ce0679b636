package io.fueloptimine.jobs.training;

import io.fueloptimine.connectors.parquet.LakeCycles;
import io.fueloptimine.connectors.parquet.LakeReader;
import io.fueloptimine.connectors.parquet.LakeWindows;
import io.fueloptimine.connectors.parquet.files.LakeLayout;
import io.fueloptimine.connectors.parquet.files.LakeSnapshot;
import io.fueloptimine.connectors.parquet.files.LakeSnapshots;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.input.OwnMessage;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.training.table.AverageLitres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the newest fuel windows and haul cycles of a site from the Parquet lake. */
final class LakeHistory {

    private static final String STEP = "Reading the lake";
    private static final int PERCENT = 100;

    private LakeHistory() {}

    /**
     * Takes a snapshot of the newest days and reads the history in it, so that the same training
     * can be repeated. If the lake cannot be written, it is read without a snapshot.
     *
     * @param span length of the history, up to the newest window and the newest cycle
     * @throws InvalidInputException if a file cannot be read or the lake has no data of the site
     */
    static MineHistory of(Path lake, String site, Duration span, TrainingProgress progress) {
        LakeSnapshots snapshots = new LakeSnapshots(new LakeLayout(lake));
        try {
            Optional<LocalDate> newest = new LakeReader(lake).newestWindowDay();
            if (newest.isPresent()) {
                // A day more than LakeWindows reads of one site.
                LocalDate from = newest.get().minusDays(span.toDays() + 1);
                LakeSnapshot snapshot =
                        snapshots.take(
                                Map.of("windows", from, "cycles", LocalDate.MIN),
                                span.toHours(),
                                Instant.now());
                return read(snapshots, snapshot, site, progress);
            }
        } catch (IOException e) {
            progress.leftOut(
                    List.of(
                            "No snapshot of the lake: "
                                    + OwnMessage.of(e).orElse("it cannot be written")));
        }
        return read(lake, Optional.empty(), site, span, progress);
    }

    /**
     * Reads the history of a snapshot again, with the span of the training that took it.
     *
     * @throws InvalidInputException if there is no such snapshot, or a file of it has changed
     */
    static MineHistory ofSnapshot(Path lake, String id, String site, TrainingProgress progress) {
        LakeSnapshots snapshots = new LakeSnapshots(new LakeLayout(lake));
        try {
            LakeSnapshot snapshot = snapshots.verified(id);
            if (snapshot.spanHours() == 0) {
                throw new InvalidInputException(
                        "snapshot " + id + " was not taken by a training, expected one that was");
            }
            return read(snapshots, snapshot, site, progress);
        } catch (IOException e) {
            throw new InvalidInputException("the lake's snapshot: " + e.getMessage(), e);
        }
    }

    private static MineHistory read(
            LakeSnapshots snapshots,
            LakeSnapshot snapshot,
            String site,
            TrainingProgress progress) {
        return read(
                snapshots.folder(snapshot.id()),
                Optional.of(snapshot.id()),
                site,
                Duration.ofHours(snapshot.spanHours()),
                progress);
    }

    private static MineHistory read(
            Path lake,
            Optional<String> snapshot,
            String site,
            Duration span,
            TrainingProgress progress) {
        progress.reached(STEP, 0);
        try {
            LakeWindows lakeWindows = new LakeWindows(lake, site, EquipmentKind.HAULTRUCK, span);
            List<FuelWindow> windows = lakeWindows.newest();
            progress.leftOut(lakeWindows.leftOut());
            LakeCycles lakeCycles = new LakeCycles(lake, site, span);
            List<HaulCycle> cycles = lakeCycles.newest();
            progress.leftOut(lakeCycles.leftOut());
            progress.reached(STEP, PERCENT);
            if (windows.isEmpty()) {
                throw new InvalidInputException(
                        "the lake "
                                + lake
                                + " has no windows of haul trucks of site "
                                + site
                                + ", its newest days have windows of the sites "
                                + lakeWindows.sites());
            }
            return new MineHistory(
                    windows, cycles, source(windows, cycles), AverageLitres.UNKNOWN, snapshot);
        } catch (IOException e) {
            throw new InvalidInputException("the lake's history: " + e.getMessage(), e);
        }
    }

    private static String source(List<FuelWindow> windows, List<HaulCycle> cycles) {
        return String.format(
                Locale.ROOT,
                "lake of site %s, %d windows from %s to %s, %d cycles",
                windows.get(0).site(),
                windows.size(),
                windows.get(0).start(),
                windows.get(windows.size() - 1).end(),
                cycles.size());
    }
}
