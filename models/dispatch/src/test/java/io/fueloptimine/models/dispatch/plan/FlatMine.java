package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.TestMine;
import io.fueloptimine.models.dispatch.price.RoadHaulModel;
import io.fueloptimine.models.dispatch.solver.Solution;
import io.fueloptimine.models.dispatch.solver.SolveLimit;
import io.fueloptimine.models.mine.dispatch.SolverState;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.LoadingUnitKind;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.RoadSegment;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Builds mines without grades, whose travel times are round numbers: 20 km/h loaded and 19 km/h
 * empty, so that 3,800 m take 0.19 h loaded and 0.20 h empty. Loading takes 72 s and dumping 36 s.
 */
public final class FlatMine {

    public static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    /** 290 t payload, 500 t loaded. */
    public static final TruckClass LARGE = new TruckClass("930E", 290, 210, 2_014, 4_200, 50);

    public static final TruckClass SMALL = new TruckClass("785D", 140, 102, 1_082, 1_900, 30);

    /** No queues, no refuelling, every truck works the whole hour. */
    public static final PlannerSettings SETTINGS =
            new PlannerSettings(
                    1,
                    0,
                    0,
                    0,
                    0,
                    1,
                    0,
                    0,
                    0,
                    36,
                    0,
                    1,
                    0,
                    1,
                    2,
                    2,
                    0,
                    SolverName.SIMPLEX,
                    5_000,
                    0,
                    1_800);

    private final List<Location> locations = new ArrayList<>();
    private final List<RoadSegment> roads = new ArrayList<>();
    private final List<Truck> trucks = new ArrayList<>();
    private final List<LoadingUnit> units = new ArrayList<>();
    private final List<DumpPoint> dumps = new ArrayList<>();
    private double oreTph;
    private double wasteTph;
    private DigPlan digPlan;

    /** Rates that are spread evenly over the loading units of the material. */
    public FlatMine target(double newOreTph, double newWasteTph) {
        oreTph = newOreTph;
        wasteTph = newWasteTph;
        return this;
    }

    /** A dig plan in place of even rates. */
    public FlatMine digPlan(DigPlan plan) {
        digPlan = plan;
        return this;
    }

    public FlatMine place(String id, LocationKind kind) {
        return place(id, kind, 3_500);
    }

    public FlatMine place(String id, LocationKind kind, double elevationM) {
        locations.add(new Location(id, kind, 0, 0, elevationM));
        return this;
    }

    /** A loading unit {@code id} at the new face {@code F-id}. */
    public FlatMine unit(String id, Material material, double maxTph) {
        units.add(
                new LoadingUnit(id, LoadingUnitKind.CABLE_SHOVEL, "F-" + id, material, 72, maxTph));
        return place("F-" + id, LocationKind.FACE);
    }

    public FlatMine dump(String id, Material accepts, double minTph, double maxTph) {
        dumps.add(new DumpPoint(id, accepts, minTph, maxTph, 1));
        return place(id, LocationKind.DUMP);
    }

    public FlatMine road(String from, String to, double lengthM) {
        roads.add(new RoadSegment(from + ":" + to, from, to, lengthM, 60, 2));
        return this;
    }

    public FlatMine oneWayRoad(String from, String to, double lengthM) {
        roads.add(new RoadSegment(from + ":" + to, from, to, lengthM, 60, 2, true));
        return this;
    }

    /** Trucks of one class and pair, numbered on from those added before. */
    public FlatMine trucks(int count, TruckClass truckClass, String unit, String dump) {
        for (int i = 0; i < count; i++) {
            trucks.add(new Truck("T" + (trucks.size() + 1), truckClass.name(), unit, dump));
        }
        return this;
    }

    public MineSite build() {
        return new MineSite(
                "flat",
                digPlan == null ? TestMine.perHour(units, oreTph, wasteTph) : digPlan,
                locations,
                roads,
                List.of(LARGE, SMALL),
                trucks,
                units,
                dumps,
                List.of());
    }

    /** One ore face, one crusher, 3,800 m apart. */
    public static FlatMine oneRoad() {
        return new FlatMine()
                .unit("S1", Material.ORE, 10_000)
                .dump("C1", Material.ORE, 0, 10_000)
                .road("F-S1", "C1", 3_800);
    }

    public static FleetSituation situation(MineSite site, List<String> closed, List<String> down) {
        return new FleetSituation(
                site.site(),
                AT,
                closed,
                down,
                FleetSituation.allReady(site, AT).trucks(),
                Map.of(),
                0);
    }

    static FlowProblem problem(MineSite site) {
        return problem(site, FleetSituation.allReady(site, AT));
    }

    /** The solution of the problem of a mine. */
    static FlowSolution solve(FlowProblem problem) {
        FlowModel model = new FlowModel(problem);
        Solution solution =
                SolverName.SIMPLEX
                        .create()
                        .solve(model.linearModel(), SolveLimit.ofNodes(10_000, 0));
        return model.solution(SolverState.OPTIMAL, solution.values());
    }

    /** The problem of a mine with the settings of these tests, on the roads of the mine. */
    static FlowProblem problem(MineSite site, FleetSituation situation) {
        return new FlowProblem(site, situation, SETTINGS, new RoadHaulModel(site));
    }
}
