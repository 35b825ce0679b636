package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.DispatchTarget;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.operators.StateStory;
import java.util.List;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class DispatchStateTest {

    private static final long LATER_S = SiteHarness.SETTINGS.fleet().planEveryS() + 10;

    private static final StateStory<
                    KeyedTwoInputStreamOperatorTestHarness<
                            String, Reading, SiteInput, DispatchAssignment>>
            SITE =
                    new StateStory<>(
                            "plan-and-assign",
                            () -> SiteHarness.closed().flink(),
                            harness -> {
                                for (String id : List.of("T1", "T2", "T3", "T4")) {
                                    say(harness, id, ProductionState.HAULING, 0);
                                }
                                runMail(harness);
                                say(harness, "T1", ProductionState.DUMPING, 30);
                                harness.processElement2(SiteInput.of(target()), 0);
                            },
                            harness -> {
                                say(harness, "T2", ProductionState.DUMPING, 60);
                                say(harness, "T1", ProductionState.HAULING, LATER_S);
                                say(harness, "T2", ProductionState.HAULING, LATER_S);
                                runMail(harness);
                                say(harness, "T3", ProductionState.DUMPING, LATER_S);
                            });

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void goesOnWithThePlanAndTheTargetsOfAnEarlierVersion(String version) throws Exception {
        assertThat(SITE.toldAfter(version)).isEqualTo(SITE.toldAfterItself());
        assertThat(SITE.toldAfter(version))
                .extracting(load -> ((DispatchAssignment) load).planId())
                .containsExactly(
                        "small/START/" + SmallMine.START.toEpochMilli(),
                        "small/TARGETS_BEGIN/" + SmallMine.at(LATER_S).toEpochMilli());
    }

    private static DispatchTarget target() {
        return new DispatchTarget(
                "a",
                "small",
                SmallMine.at(LATER_S - 5),
                SmallMine.at(LATER_S + 5_000),
                List.of(new DispatchTarget.Item("F1", null, null, 100.0, 900.0, 1)),
                "boss",
                "a test");
    }

    private static void say(
            KeyedTwoInputStreamOperatorTestHarness<String, Reading, SiteInput, ?> harness,
            String truckId,
            ProductionState state,
            long atSeconds)
            throws Exception {
        Reading reading = SmallMine.truck(truckId, state, "CRUSHER", atSeconds);
        harness.processElement1(reading, reading.time().toEpochMilli());
    }

    private static void runMail(
            KeyedTwoInputStreamOperatorTestHarness<String, Reading, SiteInput, ?> harness)
            throws Exception {
        harness.getTaskMailbox().take(0).run();
    }
}
