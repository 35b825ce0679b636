package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.SolverState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedPairsTest {

    private static final double TRIPS_PER_TRUCK_HOUR = 1 / 0.42;

    @Test
    void movesOneLoadPerTruckAndCycleAtMost() {
        FixedPairs pairs = pairs(oneRoad(3).build(), List.of());

        assertThat(pairs.capableTph(Material.ORE))
                .isCloseTo(3 * TRIPS_PER_TRUCK_HOUR * 290, within(1e-6));
        assertThat(pairs.capableTph(Material.WASTE)).isZero();
    }

    @Test
    void keepsEveryTruckInServiceHoweverLittleIsWanted() {
        FlowSolution solution = pairs(oneRoad(3).build(), List.of()).moving(290, 0);

        assertThat(solution.inService()).containsEntry("930E", 3);
        assertThat(solution.tph(Material.ORE)).isCloseTo(290, within(1e-6));
        assertThat(solution.tripsPerHour().values())
                .allSatisfy(rate -> assertThat(rate).isCloseTo(1, within(1e-9)));
    }

    @Test
    void workAtFullSpeedWhenMoreIsWantedThanTheyCanMove() {
        FixedPairs pairs = pairs(oneRoad(3).build(), List.of());

        assertThat(pairs.moving(99_999, 0).tph(Material.ORE))
                .isCloseTo(pairs.capableTph(Material.ORE), within(1e-6));
    }

    @Test
    void sharesTheLimitOfTheLoadingUnitAmongItsTrucks() {
        MineSite site =
                new FlatMine()
                        .unit("S1", Material.ORE, 600)
                        .dump("C1", Material.ORE, 0, 10_000)
                        .road("F-S1", "C1", 3_800)
                        .trucks(4, FlatMine.LARGE, "S1", "C1")
                        .build();

        assertThat(pairs(site, List.of()).capableTph(Material.ORE)).isCloseTo(600, within(1e-6));
    }

    @Test
    void sendsATruckWhoseUnitIsDownToTheNearestOneOfTheSameMaterial() {
        MineSite site = threeOreUnits();

        FlowSolution solution = pairs(site, List.of("S1")).moving(100, 100);

        assertThat(solution.tripsPerHour().keySet())
                .extracting(leg -> leg.unit().id())
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
                        .build();

        FixedPairs pairs = pairs(site, List.of("S1"));

        assertThat(pairs.capableTph(Material.ORE)).isZero();
        assertThat(pairs.capableTph(Material.WASTE)).isZero();
        assertThat(pairs.moving(100, 100).tripsPerHour()).isEmpty();
    }

    @Test
    void burnWhatTheirOwnRatesBurnForTheTonnesOfAnotherPlanWithinReach() {
        MineSite site = oneRoad(3).target(870, 0).build();
        FlowProblem problem = FlatMine.problem(site);
        FixedPairs pairs = new FixedPairs(problem);
        FlowSolution solved = new FlowModel(problem).solve().orElseThrow();

        double pairsLph = pairs.litresPerHourFor(solved);

        // 870 t/h take 1.26 truck-hours: two trucks; the pairs keep the third one idling.
        assertThat(solved.inService()).containsEntry("930E", 2);
        assertThat(pairsLph - solved.litresPerHour(problem)).isCloseTo(50, within(0.01));
    }

    @Test
    void burnInProportionForTonnesBeyondTheirReach() {
        FlowProblem problem = FlatMine.problem(oneRoad(2).build());
        FixedPairs pairs = new FixedPairs(problem);
        double capableTph = pairs.capableTph(Material.ORE);
        FlowSolution full = pairs.moving(capableTph, 0);
        FlowSolution twice = times(full, 2);

        assertThat(pairs.litresPerHourFor(full))
                .isCloseTo(full.litresPerHour(problem), within(1e-6));
        assertThat(pairs.litresPerHourFor(twice))
                .isCloseTo(2 * full.litresPerHour(problem), within(1e-6));
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
        FlowSolution waste = new FlowModel(problem).solve().orElseThrow();

        // The pairs idle; the tonnes of waste count at the other plan's own litres.
        assertThat(waste.tph(Material.WASTE)).isCloseTo(200, within(0.1));
        assertThat(pairs.litresPerHourFor(waste))
                .isCloseTo(waste.litresPerHour(problem) + 2 * 50, within(0.01));
    }

    @Test
    void havePlansForAMineWithoutTrucks() {
        FixedPairs pairs = pairs(FlatMine.oneRoad().build(), List.of());

        assertThat(pairs.moving(1_000, 1_000).tripsPerHour()).isEmpty();
        assertThat(
                        pairs.litresPerHourFor(
                                new FlowSolution(SolverState.FIXED_PAIRS, Map.of(), Map.of())))
                .isZero();
    }

    private static FlatMine oneRoad(int trucks) {
        return FlatMine.oneRoad().trucks(trucks, FlatMine.LARGE, "S1", "C1");
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
                .build();
    }

    private static FlowSolution times(FlowSolution solution, double factor) {
        Map<Leg, Double> rates = new LinkedHashMap<>();
        solution.tripsPerHour().forEach((leg, rate) -> rates.put(leg, rate * factor));
        return new FlowSolution(SolverState.FEASIBLE, rates, solution.inService());
    }

    private static FixedPairs pairs(MineSite site, List<String> down) {
        return new FixedPairs(FlatMine.problem(site, FlatMine.situation(site, List.of(), down)));
    }
}
