package io.fueloptimine.jobs.training;

import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.HaulCycle;
import java.util.List;

/**
 * What a mine did, as a model learns from it.
 *
 * @param windows one-minute fuel windows, in any order
 * @param cycles haul cycles, in any order
 * @param source what made it, in words
 */
public record MineHistory(List<FuelWindow> windows, List<HaulCycle> cycles, String source) {

    public MineHistory {
        windows = List.copyOf(windows);
        cycles = List.copyOf(cycles);
    }
}
