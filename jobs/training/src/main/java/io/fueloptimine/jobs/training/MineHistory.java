package io.fueloptimine.jobs.training;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.training.table.AverageLitres;
import java.util.List;
import java.util.Optional;

/**
 * The history of a mine, on which models are trained.
 *
 * @param windows one-minute fuel windows, in any order
 * @param cycles haul cycles, in any order
 * @param source a description of the history's source
 * @param averageLitres the litres of an average truck and operator
 * @param snapshot the id of the lake's snapshot that was read; empty for other sources
 */
public record MineHistory(
        List<FuelWindow> windows,
        List<HaulCycle> cycles,
        String source,
        AverageLitres averageLitres,
        Optional<String> snapshot) {

    /** A history that was not read from a snapshot of a lake. */
    public MineHistory(
            List<FuelWindow> windows,
            List<HaulCycle> cycles,
            String source,
            AverageLitres averageLitres) {
        this(windows, cycles, source, averageLitres, Optional.empty());
    }

    /** A history that is not simulated. */
    public MineHistory(List<FuelWindow> windows, List<HaulCycle> cycles, String source) {
        this(windows, cycles, source, AverageLitres.UNKNOWN);
    }

    public MineHistory {
        windows = List.copyOf(windows);
        cycles = List.copyOf(cycles);
    }
}
