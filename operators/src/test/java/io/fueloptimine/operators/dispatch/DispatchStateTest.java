package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.dispatch.plan.PlannedFleet;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.PlanCause;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.operators.StateStory;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DispatchStateTest {

    private static final DispatchSettings SETTINGS = DispatchSettings.defaults();
    private static final long LATER_S = SETTINGS.fleet().planEveryS() + 10;

    private static final StateStory<
                    KeyedTwoInputStreamOperatorTestHarness<
                            String, Reading, PlanTrigger, PlanRequest>>
            FLEET =
                    new StateStory<>(
                            "follow-fleet",
                            () ->
                                    new KeyedTwoInputStreamOperatorTestHarness<>(
                                            new KeyedCoProcessOperator<>(
                                                    new FollowFleet(SmallMine.SITES, SETTINGS)),
                                            Reading::site,
                                            PlanTrigger::site,
                                            Types.STRING),
                            DispatchStateTest::everyTruckReports,
                            harness -> {
                                say(harness, truck("T1", ProductionState.HAULING, LATER_S));
                                say(harness, truck("T2", ProductionState.HAULING, LATER_S));
                            });

    private static final StateStory<
                    KeyedTwoInputStreamOperatorTestHarness<
                            String, Reading, PlannedFleet, DispatchAssignment>>
            TRUCKS =
                    new StateStory<>(
                            "assign-trucks",
                            () ->
                                    new KeyedTwoInputStreamOperatorTestHarness<>(
                                            new KeyedCoProcessOperator<>(
                                                    new AssignTrucks(SmallMine.SITES, SETTINGS)),
                                            Reading::site,
                                            planned -> planned.plan().site(),
                                            Types.STRING),
                            harness -> {
                                harness.processElement2(plan(), SmallMine.at(0).toEpochMilli());
                                say(harness, truck("T1", ProductionState.DUMPING, 30));
                            },
                            harness -> say(harness, truck("T2", ProductionState.DUMPING, 60)));

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void asksForAPlanOfTheWholeFleetThatAnEarlierVersionSaw(String version) throws Exception {
        assertThat(FLEET.toldAfter(version)).isEqualTo(FLEET.toldAfterItself());
        assertThat(FLEET.toldAfter(version))
                .singleElement()
                .satisfies(
                        request ->
                                assertThat(((PlanRequest) request).situation().trucks())
                                        .hasSize(4));
    }

    @ParameterizedTest
    @MethodSource("io.fueloptimine.operators.StateStory#versions")
    void followsThePlanThatAnEarlierVersionReceived(String version) throws Exception {
        assertThat(TRUCKS.toldAfter(version)).isEqualTo(TRUCKS.toldAfterItself());
        assertThat(TRUCKS.toldAfter(version))
                .singleElement()
                .satisfies(
                        load ->
                                assertThat(((DispatchAssignment) load).planId())
                                        .startsWith("small/START/"));
    }

    private static PlannedFleet plan() {
        Instant at = SmallMine.at(0);
        FleetSituation situation = FleetSituation.allReady(SmallMine.SITE, at);
        return new PlannedFleet(
                new FleetPlanner(SmallMine.SITE, SETTINGS.planner())
                        .plan(situation, new PlanTrigger("small", PlanCause.START, null, at)),
                situation);
    }

    private static Reading truck(String id, ProductionState state, long atSeconds) {
        return SmallMine.truck(id, state, "CRUSHER", atSeconds);
    }

    private static void everyTruckReports(
            KeyedTwoInputStreamOperatorTestHarness<String, Reading, PlanTrigger, PlanRequest>
                    harness)
            throws Exception {
        for (String id : new String[] {"T1", "T2", "T3", "T4"}) {
            say(harness, truck(id, ProductionState.DRIVING, 0));
        }
    }

    private static void say(
            KeyedTwoInputStreamOperatorTestHarness<String, Reading, ?, ?> harness, Reading reading)
            throws Exception {
        harness.processElement1(reading, reading.time().toEpochMilli());
    }
}
