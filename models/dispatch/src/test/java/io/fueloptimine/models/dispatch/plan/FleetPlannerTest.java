package io.fueloptimine.models.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.fleet.TestMine;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.PlannedFlow;
import io.fueloptimine.models.mine.dispatch.SolverState;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FleetPlannerTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:10:00Z");
    private static final PlanTrigger CLOCK = new PlanTrigger("testmine", PlanCause.CLOCK, null, AT);
    private static final PlannerSettings SETTINGS = PlannerSettings.defaults();

    private final MineSite site = TestMine.small();

    @Test
    void meetsTheTargetsWithFewerLitresThanFixedPairs() {
        DispatchPlan plan = planOf(site, FleetSituation.allReady(site, AT));

        assertThat(plan.unmet()).isEmpty();
        assertThat(plan.plannedTph()).isGreaterThanOrEqualTo(plan.targetTph() - 0.5);
        assertThat(plan.plannedLph()).isLessThan(plan.baselineLph());
        assertThat(plan.matchFactor()).isBetween(0.1, 1.5);
        assertThat(plan.planId()).isEqualTo("testmine/CLOCK/" + AT.toEpochMilli());
        assertThat(plan.validUntil()).isEqualTo(AT.plusSeconds(SETTINGS.validityS()));
    }

    @Test
    void parksTheTrucksThatAreNotNeeded() {
        MineSite quiet = TestMine.withTarget(site, 0.4);

        DispatchPlan plan = planOf(quiet, FleetSituation.allReady(quiet, AT));

        int parked = plan.trucksParked().values().stream().mapToInt(Integer::intValue).sum();
        int working = plan.trucksInService().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(parked).isPositive();
        assertThat(parked + working).isEqualTo(site.trucks().size());
        assertThat(plan.unmet()).isEmpty();
    }

    @Test
    void saysWhatItCannotMeetAndStillMovesWhatItCan() {
        MineSite greedy = TestMine.withTarget(site, 5);

        DispatchPlan plan = planOf(greedy, FleetSituation.allReady(greedy, AT));

        assertThat(plan.unmet()).anySatisfy(line -> assertThat(line).contains("t/h, short by"));
        assertThat(plan.plannedTph()).isPositive();
    }

    @Test
    void doesNotSendTrucksToALoadingUnitThatIsDown() {
        DispatchPlan plan = planOf(site, situation(List.of(), List.of("SH-1")));

        assertThat(plan.flows())
                .noneMatch(flow -> flow.fromLocationId().equals("FACE-1"))
                .noneMatch(flow -> flow.toLocationId().equals("FACE-1"));
    }

    @Test
    void takesTheLongerRampWhenTheShorterIsClosed() {
        DispatchPlan open = planOf(site, situation(List.of(), List.of()));
        DispatchPlan closed = planOf(site, situation(List.of("RAMP-N"), List.of()));

        assertThat(closed.plannedLph()).isGreaterThan(open.plannedLph());
    }

    @Test
    void reportsThatNothingMovesWhenEveryRoadOutIsClosed() {
        DispatchPlan plan = planOf(site, situation(List.of("RAMP-N", "RAMP-S"), List.of()));

        assertThat(plan.flows()).isEmpty();
        assertThat(plan.unmet()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(plan.trucksInService().values()).allMatch(count -> count == 0);
    }

    @Test
    void fallsBackToFixedPairsWhenTheSolverHasNoTime() {
        DispatchPlan plan =
                new FleetPlanner(site, SETTINGS)
                        .planFixedPairs(FleetSituation.allReady(site, AT), CLOCK);

        assertThat(plan.solverState()).isEqualTo(SolverState.FIXED_PAIRS);
        assertThat(plan.plannedTph()).isPositive();
        assertThat(plan.plannedLph())
                .isCloseTo(plan.baselineLph(), org.assertj.core.data.Percentage.withPercentage(1));
    }

    @Test
    void measuredLoadingTimesReplaceTheMineFiles() {
        MineSite busy = TestMine.withTarget(site, 5);
        FleetSituation slow =
                new FleetSituation(
                        busy.site(),
                        AT,
                        List.of(),
                        List.of(),
                        FleetSituation.allReady(busy, AT).trucks(),
                        Map.of("SH-0", 900.0, "SH-1", 900.0, "SH-2", 900.0),
                        0);

        assertThat(planOf(busy, slow).plannedTph())
                .isLessThan(planOf(busy, FleetSituation.allReady(busy, AT)).plannedTph());
    }

    @Test
    void isTheSameForTheSameSituation() {
        DispatchPlan one = planOf(site, FleetSituation.allReady(site, AT));
        DispatchPlan two = planOf(site, FleetSituation.allReady(site, AT));

        assertThat(two.flows()).isEqualTo(one.flows());
        assertThat(two.trucksInService()).isEqualTo(one.trucksInService());
    }

    @Test
    void solvesAMineOf57TrucksWithinTheBound() {
        MineSite large = TestMine.random(new Random(1), 57, 12, 26, 0.8);

        DispatchPlan plan = planOf(large, FleetSituation.allReady(large, AT));

        assertThat(plan.solverState()).isIn(SolverState.OPTIMAL, SolverState.FEASIBLE);
        assertThat(plan.solveMillis()).isLessThan(SETTINGS.timeAbortMs() + 2_000);
        assertThat(plan.plannedLph()).isLessThan(plan.baselineLph());
        assertThat(plan.flows()).allMatch(flow -> flow.tripsPerHour() > 0);
        assertThat(plan.flows().stream().mapToDouble(PlannedFlow::tonnesPerHour).sum())
                .isCloseTo(plan.plannedTph(), org.assertj.core.data.Offset.offset(0.5));
    }

    private static DispatchPlan planOf(MineSite site, FleetSituation situation) {
        return new FleetPlanner(site, SETTINGS).plan(situation, CLOCK);
    }

    private FleetSituation situation(List<String> closed, List<String> down) {
        return new FleetSituation(
                site.site(),
                AT,
                closed,
                down,
                FleetSituation.allReady(site, AT).trucks(),
                Map.of(),
                0);
    }
}
