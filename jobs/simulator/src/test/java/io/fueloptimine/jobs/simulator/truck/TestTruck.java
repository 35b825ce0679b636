package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.SmallMine;
import io.fueloptimine.jobs.simulator.observation.MineObserver;
import io.fueloptimine.jobs.simulator.site.Conditions;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.station.FuelTank;
import io.fueloptimine.models.mine.site.TruckClass;

/** The engine of truck T1 of the small mine, with a tank of 4,200 L. */
final class TestTruck {

    static final long START_MS = 1_767_600_000_000L;
    static final TruckClass CLASS = SmallMine.SITE.truckClasses().get(0);

    final PitContext context;
    final FuelTank tank;
    final TruckEngine engine;

    TestTruck(Conditions conditions, double levelL) {
        context =
                new PitContext(SmallMine.SITE, 5, 0, conditions, message -> {}, MineObserver.NONE);
        tank = new FuelTank(CLASS.tankL(), levelL, 0);
        engine = new TruckEngine(context, "T1", CLASS, tank, 100);
        engine.begin(START_MS);
    }

    static long hours(double hours) {
        return START_MS + Math.round(hours * 3_600_000);
    }
}
