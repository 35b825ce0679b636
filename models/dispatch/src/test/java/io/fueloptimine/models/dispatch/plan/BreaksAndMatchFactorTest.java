package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Breaks and match factors; a truck hauls 690 t/h: 290 t in a cycle of 0.42 h, 0.02 h of loading.
 */
class BreaksAndMatchFactorTest {

    private static final double TRUCK_TPH = 290 / 0.42;

    /** The shift begins at 08:00. */
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void aBreakTakesItsShareOfTheHoursLeft() {
        // From 09:00, 4 h are left; the break of 30 minutes begins at 10:00.
        DispatchPlan plan = plan(mine(2, 2_000), NINE, 4, settings(2, 30, 0, 0));

        assertThat(plan.plannedTph()).isCloseTo(2 * TRUCK_TPH * 3.5 / 4, within(0.5));
        assertThat(plan.unmet()).singleElement().asString().endsWith("all 2 are in service");
    }

    @Test
    void aBreakThatIsOverTakesNothing() {
        DispatchPlan plan = plan(mine(2, 2_000), NINE, 4, settings(0.25, 30, 0, 0));

        assertThat(plan.plannedTph()).isCloseTo(2 * TRUCK_TPH, within(0.5));
    }

    @Test
    void aBreakThatHasBegunTakesWhatIsLeftOfIt() {
        DispatchPlan plan = plan(mine(2, 2_000), NINE, 4, settings(0.75, 30, 0, 0));

        assertThat(plan.plannedTph()).isCloseTo(2 * TRUCK_TPH * 3.75 / 4, within(0.5));
    }

    @Test
    void aBreakThatReachesIntoTheHoursAfterThemCountsInPart() {
        DispatchPlan plan = plan(mine(2, 2_000), NINE, 4, settings(4.75, 60, 0, 0));

        assertThat(plan.plannedTph()).isCloseTo(2 * TRUCK_TPH * 3.75 / 4, within(0.5));
    }

    @Test
    void aBreakThatFillsTheHoursLeftIsTheCause() {
        DispatchPlan plan = plan(mine(2, 500), NINE, 0.5, settings(1, 60, 0, 0));

        assertThat(plan.plannedTph()).isZero();
        assertThat(plan.unmet())
                .singleElement()
                .asString()
                .endsWith("all operators have their break");
    }

    @Test
    void theHighestMatchFactorLimitsTheTrucksOfAFace() {
        // Each truck loads 0.02 h of 0.42 h.
        DispatchPlan plan = plan(mine(10, 9_000), NINE, 4, settings(0, 0, 0, 0.2));

        assertThat(plan.plannedTph()).isCloseTo(0.2 / 0.02 * 290, within(0.5));
        assertThat(plan.matchFactor()).isLessThanOrEqualTo(0.25);
        assertThat(plan.unmet())
                .singleElement()
                .asString()
                .endsWith("its match factor may be 0.20 at most");
    }

    @Test
    void theLeastMatchFactorBringsTrucksToAFace() {
        DispatchPlan plan = plan(mine(10, 1_000), NINE, 4, settings(0, 0, 0.2, 0));

        assertThat(plan.plannedTph()).isCloseTo(0.2 / 0.02 * 290, within(0.5));
        assertThat(plan.unmet()).isEmpty();
    }

    @Test
    void aLeastMatchFactorThatIsNotReachedIsNamedWithTheCause() {
        DispatchPlan plan = plan(mine(2, 500), NINE, 4, settings(0, 0, 0.2, 0));

        assertThat(plan.plannedTph()).isCloseTo(2 * TRUCK_TPH, within(0.5));
        assertThat(plan.unmet())
                .containsExactly(
                        "match factor at F-S1: 0.10 instead of at least 0.20: no truck is left: all"
                                + " 2 are in service");
    }

    @Test
    void contradictingMatchFactorsAndAMissingSolverAreFaultsOfTheSettings() {
        assertThat(settings(0, 0, 0.9, 0.8).faults())
                .containsExactly("minMatchFactor is 0.9, expected at most maxMatchFactor, 0.8");
        assertThat(PlannerSettings.DEFAULT.faults()).isEmpty();
        assertThat(SolverName.SIMPLEX.isAvailable()).isTrue();
    }

    private static MineSite mine(int trucks, double tph) {
        return FlatMine.oneRoad().target(tph, 0).trucks(trucks, FlatMine.LARGE, "S1", "C1").build();
    }

    private static PlannerSettings settings(
            double breakStartH, double breakMin, double minFactor, double maxFactor) {
        return new PlannerSettings(
                1,
                breakStartH,
                breakMin,
                minFactor,
                maxFactor,
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
    }

    private static DispatchPlan plan(
            MineSite site, Instant at, double hoursLeft, PlannerSettings settings) {
        double tph = site.digPlan().faces().get(0).shiftTonnes() / 12;
        WorkLeft work =
                WorkLeft.of(site.digPlan(), hoursLeft, Map.of("F-S1", (12 - hoursLeft) * tph));
        assertThat(work.tph(Material.ORE)).isCloseTo(tph, within(0.01));
        return new FleetPlanner(site, settings)
                .plan(
                        FleetSituation.allReady(site, at).withWorkLeft(work),
                        new PlanTrigger(site.site(), PlanCause.CLOCK, null, at));
    }
}
