package io.fueloptimine.jobs.training;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.training.table.AverageLitres;
import java.util.List;

/**
 * The history of a mine, on which models are trained.
 *
 * @param windows one-minute fuel windows, in any order
 * @param cycles haul cycles, in any order
 * @param source a description of the history's source
 * @param averageLitres the litres of an average truck and operator
 */
public record MineHistory(
        List<FuelWindow> windows,
        List<HaulCycle> cycles,
        String source,
        AverageLitres averageLitres) {

    /** A history that is not simulated. */
    public MineHistory(List<FuelWindow> windows, List<HaulCycle> cycles, String source) {
        this(windows, cycles, source, AverageLitres.UNKNOWN);
    }

    public MineHistory {
        windows = List.copyOf(windows);
        cycles = List.copyOf(cycles);
    }
}
