package io.fueloptimine.models.dispatch.site;

import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.dispatch.price.PriceModels;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSites;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One planner per mine, with prices by the champion in use. Thread-safe. */
final class PricedPlanners implements SitePlanner {

    private final MineSites mines;
    private final PlannerSettings settings;
    private final PriceModels models;
    private final Map<String, Planner> bySite = new HashMap<>();

    private record Planner(HaulModel hauls, FleetPlanner planner) {}

    PricedPlanners(MineSites mines, PlannerSettings settings, PriceModels models) {
        this.mines = mines;
        this.settings = settings;
        this.models = models;
    }

    @Override
    public DispatchPlan plan(PlanRequest request, BooleanSupplier cancelled) {
        return of(request).plan(request.situation(), request.trigger(), cancelled);
    }

    private synchronized FleetPlanner of(PlanRequest request) {
        String site = request.situation().site();
        MineSite mine = mines.mine(site).orElseThrow();
        HaulModel hauls = models.of(mine, request.situation().prices().model());
        Planner planner = bySite.get(site);
        if (planner == null || planner.hauls() != hauls) {
            planner = new Planner(hauls, new FleetPlanner(mine, settings, hauls));
            bySite.put(site, planner);
        }
        return planner.planner();
    }

    @Override
    public void scoredWith(String model) {
        models.scoredWith(model);
    }

    @Override
    public int modelVersion() {
        return models.version();
    }

    @Override
    public void close() {
        models.close();
    }
}
