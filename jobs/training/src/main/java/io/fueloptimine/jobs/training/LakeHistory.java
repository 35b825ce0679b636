package io.fueloptimine.jobs.training;

import io.fueloptimine.connectors.parquet.LakeCycles;
import io.fueloptimine.connectors.parquet.LakeWindows;
import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Reads the newest fuel windows and haul cycles of a site from the Parquet lake. */
final class LakeHistory {

    private static final String STEP = "Reading the lake";
    private static final int PERCENT = 100;

    private LakeHistory() {}

    /**
     * Reads the history.
     *
     * @param span length of the history, up to the newest window and the newest cycle
     * @throws InvalidInputException if a file cannot be read or the lake has no data of the site
     */
    static MineHistory of(Path lake, String site, Duration span, TrainingProgress progress) {
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
            return new MineHistory(windows, cycles, source(windows, cycles));
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
