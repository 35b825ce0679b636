package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.TruckStatus;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Instances small enough to solve by hand. */
class FlowModelTest {

    /** 0.19 h + 0.03 h loaded, 0.20 h empty. */
    private static final double CYCLE_H = 0.42;

    @Test
    void putsTheFewestTrucksInServiceThatMoveTheTarget() {
        // 1,450 t/h are 5 trips/h, 2.1 truck-hours per hour.
        MineSite site =
                FlatMine.oneRoad().target(1_450, 0).trucks(5, FlatMine.LARGE, "S1", "C1").build();

        FlowSolution solution = solve(site);

        assertThat(solution.inServiceByClass()).containsExactly(Map.entry("930E", 3));
        assertThat(solution.tph(Material.ORE)).isCloseTo(1_450, within(0.1));
        assertThat(solution.trips())
                .hasSize(2)
                .allSatisfy(trips -> assertThat(trips.perHour()).isCloseTo(5, within(1e-3)));
    }

    @Test
    void countsTheLitresOfTravelAndOfIdling() {
        MineSite site =
                FlatMine.oneRoad().target(1_450, 0).trucks(5, FlatMine.LARGE, "S1", "C1").build();
        // Resistance 2 % of 500 t at 20 km/h and of 210 t at 19 km/h, 85 % efficiency, 100 kW more.
        double loadedLph = (98_100 * 20 / 3.6 / 1_000 / 0.85 + 100) * 205 / 845;
        double emptyLph = (41_202 * 19 / 3.6 / 1_000 / 0.85 + 100) * 205 / 845;
        double overIdleL = 0.19 * (loadedLph - 50) + 0.20 * (emptyLph - 50);

        assertThat(solve(site).litresPerHour()).isCloseTo(3 * 50 + 5 * overIdleL, within(0.1));
    }

    @Test
    void movesWhatItsTrucksCanWhenTheTargetIsOutOfReach() {
        MineSite site =
                FlatMine.oneRoad().target(5_000, 0).trucks(2, FlatMine.LARGE, "S1", "C1").build();

        FlowSolution solution = solve(site);

        assertThat(solution.inServiceByClass()).containsEntry("930E", 2);
        assertThat(solution.tph(Material.ORE)).isCloseTo(2 / CYCLE_H * 290, within(0.5));
        assertThat(new UnmetTargets(FlatMine.problem(site), solution).lines())
                .containsExactly(
                        "F-S1 (ore, priority 1): 1381 of 5000 t/h, short by 3619 t/h: no truck is"
                                + " left: all 2 are in service");
    }

    @Test
    void fillsTheNearDumpBeforeTheFarOne() {
        MineSite site =
                new FlatMine()
                        .unit("S1", Material.WASTE, 10_000)
                        .dump("NEAR", Material.WASTE, 0, 580)
                        .dump("FAR", Material.WASTE, 0, 10_000)
                        .road("F-S1", "NEAR", 1_900)
                        .road("F-S1", "FAR", 3_800)
                        .trucks(5, FlatMine.LARGE, "S1", "FAR")
                        .target(0, 1_160)
                        .build();

        FlowSolution solution = solve(site);

        assertThat(solution.tph(site.dump("NEAR").orElseThrow())).isCloseTo(580, within(0.5));
        assertThat(solution.tph(site.dump("FAR").orElseThrow())).isCloseTo(580, within(0.5));
    }

    @Test
    void returnsEveryTruckThatItSends() {
        MineSite site = twoFaces().target(1_000, 800).trucks(6, FlatMine.LARGE, "S1", "C1").build();

        FlowSolution solution = solve(site);

        for (var unit : site.loadingUnits()) {
            double out = trips(solution, unit.faceId(), true);
            double in = trips(solution, unit.faceId(), false);
            assertThat(in).as(unit.id()).isCloseTo(out, within(1e-4)).isPositive();
        }
    }

    @Test
    void takesNoMoreThanOneBayCanEmpty() {
        // 36 s per dumping: 100 visits/h, whatever the tonnes per hour would allow.
        MineSite site =
                new FlatMine()
                        .unit("S1", Material.ORE, 100_000)
                        .unit("S2", Material.ORE, 100_000)
                        .unit("S3", Material.ORE, 100_000)
                        .dump("C1", Material.ORE, 0, 100_000)
                        .road("F-S1", "C1", 190)
                        .road("F-S2", "C1", 190)
                        .road("F-S3", "C1", 190)
                        .trucks(12, FlatMine.LARGE, "S1", "C1")
                        .target(60_000, 0)
                        .build();

        assertThat(solve(site).tph(Material.ORE)).isCloseTo(100 * 290, within(30.0));
    }

    @Test
    void takesNoMoreThanTheLoadingUnitCanFill() {
        // 72 s per load: 50 loads/h.
        MineSite site =
                new FlatMine()
                        .unit("S1", Material.ORE, 100_000)
                        .dump("C1", Material.ORE, 0, 100_000)
                        .road("F-S1", "C1", 190)
                        .trucks(12, FlatMine.LARGE, "S1", "C1")
                        .target(60_000, 0)
                        .build();

        assertThat(solve(site).tph(Material.ORE)).isCloseTo(50 * 290, within(15.0));
    }

    @Test
    void meetsTheMinimumOfADumpThatIsTheFartherOne() {
        MineSite site =
                new FlatMine()
                        .unit("S1", Material.WASTE, 10_000)
                        .dump("NEAR", Material.WASTE, 0, 10_000)
                        .dump("FAR", Material.WASTE, 290, 10_000)
                        .road("F-S1", "NEAR", 1_900)
                        .road("F-S1", "FAR", 3_800)
                        .trucks(6, FlatMine.LARGE, "S1", "NEAR")
                        .target(0, 1_160)
                        .build();

        FlowSolution solution = solve(site);

        assertThat(solution.tph(site.dump("FAR").orElseThrow())).isCloseTo(290, within(0.5));
        assertThat(solution.tph(Material.WASTE)).isCloseTo(1_160, within(0.5));
    }

    @Test
    void parksTheWholeFleetWhenNothingIsWanted() {
        MineSite site = FlatMine.oneRoad().trucks(4, FlatMine.LARGE, "S1", "C1").build();

        FlowSolution solution = solve(site);

        assertThat(solution.trips()).isEmpty();
        assertThat(solution.inServiceByClass()).containsEntry("930E", 0);
        PlanAssembler figures = new PlanAssembler(FlatMine.problem(site), solution);
        assertThat(figures.trucksParked()).containsEntry("930E", 4);
        assertThat(figures.matchFactor()).isZero();
        assertThat(new UnmetTargets(FlatMine.problem(site), solution).lines()).isEmpty();
    }

    @Test
    void leavesOutLegsOnClosedRoadsAndMachinesThatAreDown() {
        MineSite site = twoFaces().target(1_000, 800).trucks(6, FlatMine.LARGE, "S1", "C1").build();

        FlowProblem closed = problem(site, List.of("F-S2:D1"), List.of());
        FlowProblem down = problem(site, List.of(), List.of("S1", "T1", "T2"));

        assertThat(closed.legs()).noneMatch(leg -> leg.loaded() && leg.unit().id().equals("S2"));
        assertThat(down.legs()).noneMatch(leg -> leg.unit().id().equals("S1"));
        assertThat(down.availableTrucks()).containsEntry("930E", 4);
    }

    @Test
    void plansWithTheMeasuredLoadingTimeWhereThereIsOne() {
        MineSite site =
                FlatMine.oneRoad().target(100, 0).trucks(1, FlatMine.LARGE, "S1", "C1").build();
        FleetSituation slow =
                new FleetSituation(
                        "flat",
                        FlatMine.AT,
                        List.of(),
                        List.of(),
                        FleetSituation.allReady(site, FlatMine.AT).trucks(),
                        Map.of("S1", 144.0),
                        0);

        FlowProblem problem = FlatMine.problem(site, slow);

        assertThat(problem.busyShare(site.loadingUnits().get(0), site.truckClasses().get(0)))
                .isCloseTo(1.0 / 25, within(1e-9));
        assertThat(problem.legs().stream().filter(Leg::loaded).findFirst().orElseThrow())
                .satisfies(leg -> assertThat(leg.truckHours()).isCloseTo(0.24, within(1e-9)));
    }

    @Test
    void usesNoTruckThatNeverSentAState() {
        MineSite site = FlatMine.oneRoad().trucks(3, FlatMine.LARGE, "S1", "C1").build();
        FleetSituation one =
                new FleetSituation(
                        "flat",
                        FlatMine.AT,
                        List.of(),
                        List.of(),
                        List.of(TruckStatus.ready("T2"), TruckStatus.ready("NOT-OF-THIS-MINE")),
                        Map.of(),
                        0);

        assertThat(FlatMine.problem(site, one).trucks()).extracting("id").containsExactly("T2");
    }

    @Test
    void findsAPlanWithoutTrucksUnitsOrRoads() {
        MineSite noTrucks = FlatMine.oneRoad().target(1_000, 0).build();
        MineSite noRoad =
                new FlatMine()
                        .unit("S1", Material.ORE, 1_000)
                        .dump("C1", Material.ORE, 100, 1_000)
                        .place("BAY", LocationKind.FUEL_BAY)
                        .trucks(2, FlatMine.SMALL, "S1", "C1")
                        .target(500, 0)
                        .build();

        assertThat(solve(noTrucks).tph(Material.ORE)).isZero();
        assertThat(solve(noRoad).trips()).isEmpty();
        assertThat(solve(noRoad).inServiceByClass()).containsEntry("785D", 0);
    }

    private static FlatMine twoFaces() {
        return FlatMine.oneRoad()
                .unit("S2", Material.WASTE, 10_000)
                .dump("D1", Material.WASTE, 0, 10_000)
                .road("F-S2", "D1", 1_900)
                .road("C1", "D1", 950);
    }

    private static double trips(FlowSolution solution, String place, boolean loaded) {
        return solution.trips().stream()
                .filter(trips -> trips.leg().loaded() == loaded)
                .filter(trips -> (loaded ? trips.leg().from() : trips.leg().to()).equals(place))
                .mapToDouble(FlowSolution.Trips::perHour)
                .sum();
    }

    private static FlowProblem problem(MineSite site, List<String> closed, List<String> down) {
        return FlatMine.problem(site, FlatMine.situation(site, closed, down));
    }

    private static FlowSolution solve(MineSite site) {
        return FlatMine.solve(FlatMine.problem(site));
    }
}
