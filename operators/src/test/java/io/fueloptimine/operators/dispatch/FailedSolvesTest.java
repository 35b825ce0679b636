package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.site.SitePlanner;
import io.fueloptimine.models.mine.alarm.AlertType;
import io.fueloptimine.models.mine.alarm.ReportedSignal;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.MineSites;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Solves that fail, take too long, are lost by a restart, or are never repeated. */
@Timeout(120)
class FailedSolvesTest {

    private static final long SPACING_S = SiteHarness.SETTINGS.fleet().planSpacingS();
    private static final long EVERY_S = SiteHarness.SETTINGS.fleet().planEveryS();
    private static final long VALID_S = SiteHarness.SETTINGS.planner().validityS();

    private final Script script = new Script();

    @Test
    void aFailureKeepsThePlanRaisesAnAlarmAndIsRepeated() throws Exception {
        try (SiteHarness harness = SiteHarness.open(script)) {
            harness.everyTruckReports(0);
            script.failing = true;
            harness.everyTruckReports(EVERY_S);

            assertThat(harness.plans()).hasSize(1);
            assertThat(harness.side(PlanAndAssign.SIGNALS))
                    .singleElement()
                    .satisfies(signal -> assertThat(signal.active()).isTrue())
                    .satisfies(
                            signal -> assertThat(signal.type()).isEqualTo(AlertType.FAILED_SOLVE))
                    .satisfies(signal -> assertThat(signal.severity()).isEqualTo(Severity.WARNING))
                    .satisfies(
                            signal ->
                                    assertThat(signal.cause())
                                            .contains("out of luck")
                                            .contains("is used until"));
            assertThat(nextLoad(harness, EVERY_S + 10).planId())
                    .isEqualTo(harness.plans().get(0).planId());

            script.failing = false;
            harness.everyTruckReports(EVERY_S + SPACING_S);

            assertThat(harness.plans()).hasSize(2);
            assertThat(harness.side(PlanAndAssign.SIGNALS))
                    .extracting(ReportedSignal::active)
                    .containsExactly(true, false);
        }
    }

    @Test
    void nobodyIsAssignedByAPlanPastItsEnd() throws Exception {
        try (SiteHarness harness = SiteHarness.open(script)) {
            harness.everyTruckReports(0);
            script.failing = true;
            assertThat(nextLoad(harness, VALID_S - 1).planId()).isNotNull();

            DispatchAssignment atEnd = nextLoad(harness, VALID_S);

            assertThat(atEnd.planId()).isNull();
            assertThat(atEnd.reasonCode()).isEqualTo(ReasonCode.FIXED_PAIR);
            harness.everyTruckReports(VALID_S + SPACING_S);
            assertThat(harness.side(PlanAndAssign.SIGNALS))
                    .last()
                    .satisfies(
                            signal -> assertThat(signal.severity()).isEqualTo(Severity.CRITICAL));
        }
    }

    @Test
    void aSolveThatTakesTooLongIsCancelledAndItsResultNotUsed() throws Exception {
        try (SiteHarness harness = SiteHarness.open(script)) {
            harness.everyTruckReports(0);
            script.waiting = true;
            for (String truck : List.of("T1", "T2")) {
                harness.sayWithoutWaiting(
                        SmallMine.truck(truck, ProductionState.HAULING, "PIT", EVERY_S));
            }
            assertThat(harness.isSolving()).isTrue();
            script.awaitRequests(2);

            harness.flink().setProcessingTime(SiteHarness.SETTINGS.solverTimeoutMs());

            assertThat(harness.isSolving()).isFalse();
            assertThat(script.sawCancellation.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(harness.plans()).hasSize(1);
            assertThat(harness.side(PlanAndAssign.SIGNALS))
                    .singleElement()
                    .satisfies(
                            signal ->
                                    assertThat(signal.cause()).contains("took longer than 20000"));
            script.waiting = false;
            harness.everyTruckReports(EVERY_S + SPACING_S);
            assertThat(harness.plans()).hasSize(2);
        }
    }

    @Test
    void assignsWhileAPlanIsSolved() throws Exception {
        try (SiteHarness harness = SiteHarness.open(script)) {
            script.waiting = true;
            for (String truck : List.of("T1", "T2", "T3", "T4")) {
                harness.sayWithoutWaiting(
                        SmallMine.truck(truck, ProductionState.HAULING, "PIT", 0));
            }
            harness.sayWithoutWaiting(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 5));

            assertThat(harness.isSolving()).isTrue();
            assertThat(harness.assignments()).hasSize(1);
            script.awaitRequests(1);
        }
        assertThat(script.sawCancellation.await(60, TimeUnit.SECONDS))
                .as("cancelled by close")
                .isTrue();
    }

    @Test
    void aRequestThatWasBeingSolvedIsSolvedAgainAfterARestore() throws Exception {
        OperatorSubtaskState snapshot;
        try (SiteHarness harness = SiteHarness.open(script)) {
            harness.everyTruckReports(0);
            script.waiting = true;
            for (String truck : List.of("T1", "T2")) {
                harness.sayWithoutWaiting(
                        SmallMine.truck(truck, ProductionState.HAULING, "PIT", EVERY_S));
            }
            snapshot = harness.flink().snapshot(1, 1);
        }
        script.waiting = false;
        try (SiteHarness harness = SiteHarness.from(snapshot, script)) {
            harness.awaitPlans();

            assertThat(harness.plans())
                    .extracting(DispatchPlan::planId)
                    .containsExactly("small/CLOCK/" + SmallMine.at(EVERY_S).toEpochMilli());
            harness.everyTruckReports(EVERY_S + 1);
            assertThat(harness.plans()).hasSize(1);
        }
    }

    @Test
    void aTriggerDuringASolveCausesTheNextOne() throws Exception {
        try (SiteHarness harness = SiteHarness.open(script)) {
            harness.everyTruckReports(0);
            script.waiting = true;
            for (String truck : List.of("T1", "T2")) {
                harness.sayWithoutWaiting(
                        SmallMine.truck(truck, ProductionState.HAULING, "PIT", EVERY_S));
            }
            harness.flink()
                    .processElement2(
                            SiteInput.of(
                                    new PlanTrigger(
                                            "small",
                                            PlanCause.ROAD_CLOSED,
                                            "RAMP",
                                            SmallMine.at(EVERY_S))),
                            0);
            script.waiting = false;
            harness.awaitPlans();
            harness.everyTruckReports(EVERY_S + SPACING_S);

            assertThat(harness.plans()).hasSize(3);
            assertThat(script.requests.get(2).situation().closedSegmentIds())
                    .containsExactly("RAMP");
        }
    }

    @Test
    void plansAreCompletedAtTheEndOfTheInput() throws Exception {
        try (SiteHarness harness = SiteHarness.open(script)) {
            script.delay = Duration.ofMillis(300);
            for (String truck : List.of("T1", "T2", "T3", "T4")) {
                harness.sayWithoutWaiting(
                        SmallMine.truck(truck, ProductionState.HAULING, "PIT", 0));
            }
            harness.flink().endAllInputs();

            assertThat(harness.plans()).hasSize(1);
        }
    }

    private static DispatchAssignment nextLoad(SiteHarness harness, long atSeconds)
            throws Exception {
        harness.say(SmallMine.truck("T3", ProductionState.HAULING, "PIT", atSeconds));
        harness.say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", atSeconds));
        List<DispatchAssignment> all = harness.assignments();
        return all.get(all.size() - 1);
    }

    /** The planner of this software, which fails or waits as the test tells it. */
    private static final class Script implements SitePlanner.Factory {

        private final transient List<PlanRequest> requests = new CopyOnWriteArrayList<>();
        private final transient CountDownLatch sawCancellation = new CountDownLatch(1);
        private transient volatile boolean failing;
        private transient volatile boolean waiting;
        private transient volatile Duration delay = Duration.ZERO;

        @Override
        public SitePlanner create(MineSites mines, PlannerSettings settings) {
            SitePlanner planner = SiteHarness.PLANNERS.create(mines, settings);
            return (request, cancelled) -> {
                requests.add(request);
                waitFor(cancelled);
                if (failing) {
                    throw new IllegalStateException("out of luck");
                }
                return planner.plan(request, cancelled);
            };
        }

        private void awaitRequests(int count) {
            while (requests.size() < count) {
                Thread.onSpinWait();
            }
        }

        private void waitFor(BooleanSupplier cancelled) {
            long end = System.nanoTime() + delay.toNanos();
            while ((waiting || System.nanoTime() < end) && !cancelled.getAsBoolean()) {
                Thread.onSpinWait();
            }
            if (cancelled.getAsBoolean()) {
                sawCancellation.countDown();
            }
        }
    }
}
