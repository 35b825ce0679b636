package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.TargetAnswer;
import io.fueloptimine.models.mine.reading.ProductionState;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Targets of people: applied from their beginning to their end, answered, kept over restarts. */
@Timeout(120)
class TargetsTest {

    private static final RateTarget RATE = RateTarget.ofFace("F1", 900.0, null, 1);

    @Test
    void aTargetAppliesFromItsBeginningToItsEndWithAPlanAtEach() throws Exception {
        try (SiteHarness harness = SiteHarness.open()) {
            harness.everyTruckReports(0);
            harness.tell(target("a", 200, 500));
            assertThat(harness.side(PlanAndAssign.ANSWERS))
                    .containsExactly(TargetAnswer.accepted("a"));
            harness.everyTruckReports(199);
            assertThat(harness.requests()).hasSize(1);

            harness.everyTruckReports(200);
            harness.everyTruckReports(499);
            harness.everyTruckReports(500);

            assertThat(harness.requests())
                    .extracting(request -> request.trigger().cause())
                    .containsExactly(
                            PlanCause.START, PlanCause.TARGETS_BEGIN, PlanCause.TARGETS_END);
            assertThat(rates(harness.requests().get(0))).isEmpty();
            assertThat(rates(harness.requests().get(1))).containsExactly(RATE);
            assertThat(rates(harness.requests().get(2))).isEmpty();
        }
    }

    @Test
    void aTargetThatHasBegunAppliesAfterTheShortestTimeBetweenPlans() throws Exception {
        try (SiteHarness harness = SiteHarness.open()) {
            harness.everyTruckReports(0);
            harness.everyTruckReports(30);
            harness.tell(target("a", -100, 5_000));
            harness.everyTruckReports(SiteHarness.SETTINGS.fleet().planSpacingS());

            assertThat(harness.requests()).hasSize(2);
            assertThat(rates(harness.requests().get(1))).containsExactly(RATE);
        }
    }

    @Test
    void trucksAreNotSentToAFaceWhoseHighestRateIsZeroUntilTheTargetEnds() throws Exception {
        try (SiteHarness harness = SiteHarness.open()) {
            harness.everyTruckReports(0);
            harness.tell(
                    target("a", 200, 500, new DispatchTarget.Item("F1", null, null, null, 0.0, 1)));
            harness.everyTruckReports(200);
            harness.say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 210));
            harness.everyTruckReports(500);
            harness.say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 510));

            assertThat(harness.assignments())
                    .extracting(DispatchAssignment::destinationId)
                    .containsExactly("F2", "F1");
        }
    }

    @Test
    void aRepeatIsAnsweredAndChangesNothing() throws Exception {
        try (SiteHarness harness = SiteHarness.open()) {
            harness.everyTruckReports(0);
            harness.tell(target("a", 0, 5_000));
            harness.everyTruckReports(100);
            harness.tell(target("a", 0, 5_000));
            harness.everyTruckReports(200);

            assertThat(harness.requests()).hasSize(2);
            assertThat(harness.side(PlanAndAssign.ANSWERS))
                    .containsExactly(TargetAnswer.accepted("a"), TargetAnswer.accepted("a"));
        }
    }

    @Test
    void targetsAreKeptOverARestart() throws Exception {
        OperatorSubtaskState snapshot;
        try (SiteHarness harness = SiteHarness.open()) {
            harness.everyTruckReports(0);
            harness.tell(target("a", 200, 500));
            snapshot = harness.flink().snapshot(1, 1);
        }
        try (SiteHarness harness = SiteHarness.from(snapshot, SiteHarness.PLANNERS)) {
            harness.everyTruckReports(200);

            assertThat(harness.requests()).singleElement();
            assertThat(rates(harness.requests().get(0))).containsExactly(RATE);
        }
    }

    @Test
    void aTargetWithFaultsIsAnsweredAndStopsNothing() throws Exception {
        try (OneInputStreamOperatorTestHarness<String, DispatchTarget> check =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(new CheckTargets(SmallMine.SITES)))) {
            check.open();
            for (String text : List.of("", "{", "[1]", "{\"targetId\":\"a\",\"site\":\"moon\"}")) {
                check.processElement(text, 0);
            }

            assertThat(check.extractOutputValues()).isEmpty();
            assertThat(check.getSideOutput(CheckTargets.REFUSALS))
                    .extracting(StreamRecord::getValue)
                    .hasSize(4)
                    .noneMatch(TargetAnswer::accepted)
                    .allMatch(answer -> !answer.faults().isEmpty());
        }
    }

    private static List<RateTarget> rates(PlanRequest request) {
        return request.situation().workLeft() == null
                ? List.of()
                : request.situation().workLeft().rates();
    }

    private static DispatchTarget target(String id, long from, long until) {
        return target(id, from, until, new DispatchTarget.Item("F1", null, null, 900.0, null, 1));
    }

    private static DispatchTarget target(
            String id, long from, long until, DispatchTarget.Item item) {
        return new DispatchTarget(
                id,
                "small",
                SmallMine.at(from),
                SmallMine.at(until),
                List.of(item),
                "boss",
                "a test");
    }
}
