package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.dispatch.SolverState;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedPairsTest {

    private static final double TRIPS_PER_TRUCK_HOUR = 1 / 0.42;

    @Test
    void movesOneLoadPerTruckAndCycleAtMost() {
        FixedPairs pairs = pairs(oneRoad(3).build(), List.of());

        assertThat(pairs.capableTph("F-S1"))
                .isCloseTo(3 * TRIPS_PER_TRUCK_HOUR * 290, within(1e-6));
        assertThat(pairs.capableTph("F-W1")).isZero();
    }

    @Test
    void keepsEveryTruckInServiceHoweverLittleIsWanted() {
        FlowSolution solution =
                pairs(oneRoad(3).build(), List.of()).moving(Map.of("F-S1", 290.0)::get);

        assertThat(solution.inServiceByClass()).containsEntry("930E", 3);
        assertThat(solution.tph(Material.ORE)).isCloseTo(290, within(1e-6));
        assertThat(solution.trips())
                .allSatisfy(trips -> assertThat(trips.perHour()).isCloseTo(1, within(1e-9)));
    }

    @Test
    void workAtFullSpeedWhenMoreIsWantedThanTheyCanMove() {
        FixedPairs pairs = pairs(oneRoad(3).build(), List.of());

        assertThat(pairs.moving(face -> 99_999).tph(Material.ORE))
                .isCloseTo(pairs.capableTph("F-S1"), within(1e-6));
    }

    @Test
    void sharesTheLimitOfTheLoadingUnitAmongItsTrucks() {
        MineSite site =
                new FlatMine()
                        .unit("S1", Material.ORE, 600)
                        .dump("C1", Material.ORE, 0, 10_000)
                        .road("F-S1", "C1", 3_800)
                        .trucks(4, FlatMine.LARGE, "S1", "C1")
                        .target(100, 0)
                        .build();

        assertThat(pairs(site, List.of()).capableTph("F-S1")).isCloseTo(600, within(1e-6));
    }

    @Test
    void sendsATruckWhoseUnitIsDownToTheNearestOneOfTheSameMaterial() {
        MineSite site = threeOreUnits();

        FlowSolution solution = pairs(site, List.of("S1")).moving(face -> 100);

        assertThat(solution.trips())
                .extracting(trips -> trips.leg().unit().id())
                .containsOnly("S2");
    }

    @Test
    void doesNotServeAnotherMaterialWhenNoUnitOfItsOwnIsLeft() {
        MineSite site =
                FlatMine.oneRoad()
                        .unit("W1", Material.WASTE, 10_000)
                        .dump("D1", Material.WASTE, 0, 10_000)
                        .road("F-W1", "D1", 500)
                        .road("C1", "D1", 500)
                        .trucks(2, FlatMine.LARGE, "S1", "C1")
                        .target(100, 100)
                        .build();

        FixedPairs pairs = pairs(site, List.of("S1"));

        assertThat(pairs.capableTph("F-S1")).isZero();
        assertThat(pairs.capableTph("F-W1")).isZero();
        assertThat(pairs.moving(face -> 100).trips()).isEmpty();
    }

    @Test
    void burnWhatTheirOwnRatesBurnForTheTonnesOfAnotherPlanWithinReach() {
        MineSite site = oneRoad(3).target(870, 0).build();
        FlowProblem problem = FlatMine.problem(site);
        FixedPairs pairs = new FixedPairs(problem);
        FlowSolution solved = FlatMine.solve(problem);

        double pairsLph = pairs.litresPerHourFor(solved);

        // 870 t/h take 1.26 truck-hours: two trucks; the pairs keep the third one idling.
        assertThat(solved.inServiceByClass()).containsEntry("930E", 2);
        assertThat(pairsLph - solved.litresPerHour()).isCloseTo(50, within(0.01));
    }

    @Test
    void burnInProportionForTonnesBeyondTheirReach() {
        FlowProblem problem = FlatMine.problem(oneRoad(2).build());
        FixedPairs pairs = new FixedPairs(problem);
        double capableTph = pairs.capableTph("F-S1");
        FlowSolution full = pairs.moving(face -> capableTph);
        FlowSolution twice = times(full, 2);

        assertThat(pairs.litresPerHourFor(full)).isCloseTo(full.litresPerHour(), within(1e-6));
        assertThat(pairs.litresPerHourFor(twice)).isCloseTo(2 * full.litresPerHour(), within(1e-6));
    }

    @Test
    void claimNoSavingOnAMaterialThatTheyCannotMove() {
        MineSite site =
                FlatMine.oneRoad()
                        .unit("W1", Material.WASTE, 10_000)
                        .dump("D1", Material.WASTE, 0, 10_000)
                        .road("F-W1", "D1", 500)
                        .road("C1", "D1", 500)
                        .trucks(2, FlatMine.LARGE, "S1", "C1")
                        .target(0, 200)
                        .build();
        FlowProblem problem = FlatMine.problem(site);
        FixedPairs pairs = new FixedPairs(problem);
        FlowSolution waste = FlatMine.solve(problem);

        // The pairs idle; the tonnes of waste count at the other plan's own litres over idle.
        assertThat(waste.tph(Material.WASTE)).isCloseTo(200, within(0.1));
        assertThat(pairs.litresPerHourFor(waste))
                .isCloseTo(waste.litresPerHour() + 50, within(0.01));
    }

    @Test
    void havePlansForAMineWithoutTrucks() {
        FixedPairs pairs = pairs(FlatMine.oneRoad().target(100, 0).build(), List.of());

        assertThat(pairs.moving(face -> 1_000).trips()).isEmpty();
        assertThat(
                        pairs.litresPerHourFor(
                                new FlowSolution(SolverState.FIXED_PAIRS, List.of(), Map.of())))
                .isZero();
    }

    private static FlatMine oneRoad(int trucks) {
        return FlatMine.oneRoad().target(100, 0).trucks(trucks, FlatMine.LARGE, "S1", "C1");
    }

    private static MineSite threeOreUnits() {
        return FlatMine.oneRoad()
                .unit("S2", Material.ORE, 10_000)
                .unit("S3", Material.ORE, 10_000)
                .unit("W1", Material.WASTE, 10_000)
                .road("F-S2", "C1", 1_000)
                .road("F-S3", "C1", 2_000)
                .road("F-W1", "C1", 100)
                .trucks(2, FlatMine.LARGE, "S1", "C1")
                .target(100, 100)
                .build();
    }

    private static FlowSolution times(FlowSolution solution, double factor) {
        List<FlowSolution.Trips> trips =
                solution.trips().stream()
                        .map(t -> new FlowSolution.Trips(t.leg(), t.perHour() * factor))
                        .toList();
        return new FlowSolution(SolverState.FEASIBLE, trips, solution.inService());
    }

    private static FixedPairs pairs(MineSite site, List<String> down) {
        return new FixedPairs(FlatMine.problem(site, FlatMine.situation(site, List.of(), down)));
    }
}
