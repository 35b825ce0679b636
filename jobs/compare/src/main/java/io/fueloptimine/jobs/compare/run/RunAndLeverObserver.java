package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.jobs.compare.lever.ActiveLever;
import io.fueloptimine.jobs.simulator.observation.CycleRecord;
import io.fueloptimine.jobs.simulator.observation.HauledLoad;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.observation.TruckTimeCategory;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import java.util.List;

/** Passes the events on that a run adds up and those that levers need. Not thread-safe. */
record RunAndLeverObserver(RunObserver run, List<ActiveLever> levers) implements MineObserver {

    @Override
    public void hauled(HauledLoad load) {
        run.hauled(load);
    }

    @Override
    public void time(String truckId, TruckTimeCategory category, double seconds, double litres) {
        run.time(truckId, category, seconds, litres);
    }

    @Override
    public void cycle(CycleRecord cycle) {
        run.cycle(cycle);
    }

    @Override
    public void load(LoadingUnitKind kind, double loadingS, double hangS) {
        run.load(kind, loadingS, hangS);
    }

    @Override
    public void gradedAsOrdered(String segmentId, long atMs) {
        levers.forEach(lever -> lever.gradedAsOrdered(segmentId, atMs));
    }
}
