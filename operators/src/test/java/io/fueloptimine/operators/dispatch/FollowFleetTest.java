package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.TruckStatus;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.mine.PlanCause;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Reading;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowFleetTest {

    private static final DispatchSettings SETTINGS = DispatchSettings.defaults();

    private KeyedTwoInputStreamOperatorTestHarness<String, Reading, PlanTrigger, PlanRequest>
            harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        assertThat(harness.numEventTimeTimers()).isZero();
        harness.close();
    }

    @Test
    void asksForTheFirstPlanWhenEveryTruckHasSpoken() throws Exception {
        everyTruckReports(0);

        assertThat(requests()).singleElement().satisfies(this::isStartWithFourTrucks);
    }

    @Test
    void startsWithoutASilentTruckAfterAWhile() throws Exception {
        say(SmallMine.truck("T1", ProductionState.DRIVING, "CRUSHER", 0));
        say(SmallMine.truck("T2", ProductionState.DRIVING, "CRUSHER", 30));
        assertThat(requests()).isEmpty();

        say(SmallMine.truck("T1", ProductionState.QUEUED, "F1", 90));
        say(SmallMine.truck("T2", ProductionState.QUEUED, "F1", 95));

        assertThat(requests())
                .singleElement()
                .satisfies(
                        request -> assertThat(request.trigger().cause()).isEqualTo(PlanCause.START))
                .satisfies(request -> assertThat(request.situation().trucks()).hasSize(2));
    }

    @Test
    void asksAgainOnTheClock() throws Exception {
        everyTruckReports(0);
        long later = SETTINGS.fleet().planEveryS() + 10;
        everyTruckReports(later);

        assertThat(requests())
                .extracting(request -> request.trigger().cause())
                .containsExactly(PlanCause.START, PlanCause.CLOCK);
    }

    @Test
    void keepsATriggerThatComesTooSoonAndGathersOthersIntoIt() throws Exception {
        everyTruckReports(0);
        tell(PlanCause.ROAD_CLOSED, "RAMP", 5);
        tell(PlanCause.MACHINE_DOWN, "S2", 6);
        assertThat(requests()).hasSize(1);

        everyTruckReports(SETTINGS.fleet().planSpacingS() + 5);

        assertThat(requests()).hasSize(2);
        PlanRequest second = requests().get(1);
        assertThat(second.trigger().cause()).isEqualTo(PlanCause.ROAD_CLOSED);
        assertThat(second.situation().closedSegmentIds()).containsExactly("RAMP");
        assertThat(second.situation().downMachineIds()).containsExactly("S2");
    }

    @Test
    void oneClockThatRunsAheadDoesNotCarryTheFleetWithIt() throws Exception {
        everyTruckReports(0);
        say(SmallMine.truck("T1", ProductionState.HAULING, "F1", 7_200));
        say(SmallMine.truck("T1", ProductionState.DUMPING, "F1", 7_260));

        assertThat(requests()).hasSize(1);
    }

    @Test
    void seesThroughStatesWhichTrucksAndUnitsAreDown() throws Exception {
        say(SmallMine.unit("S1", ProductionState.STOPPED, "DOWN", 0));
        everyTruckReports(1);

        assertThat(requests().get(0).situation().downMachineIds()).containsExactly("S1");
    }

    @Test
    void goesOnFromASnapshot() throws Exception {
        everyTruckReports(0);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();

        long later = SETTINGS.fleet().planEveryS() + 10;
        say(SmallMine.truck("T1", ProductionState.HAULING, "F1", later));
        say(SmallMine.truck("T2", ProductionState.HAULING, "F1", later));

        assertThat(requests())
                .singleElement()
                .satisfies(
                        request -> assertThat(request.trigger().cause()).isEqualTo(PlanCause.CLOCK))
                .satisfies(request -> assertThat(request.situation().trucks()).hasSize(4));
    }

    private void isStartWithFourTrucks(PlanRequest request) {
        assertThat(request.trigger().cause()).isEqualTo(PlanCause.START);
        assertThat(request.situation().trucks())
                .hasSize(4)
                .allMatch(TruckStatus::available)
                .allMatch(truck -> truck.fuelLevelPct() == 80.0);
    }

    private void everyTruckReports(long atSeconds) throws Exception {
        say(SmallMine.truck("T1", ProductionState.DRIVING, "CRUSHER", atSeconds));
        say(SmallMine.truck("T2", ProductionState.DRIVING, "CRUSHER", atSeconds));
        say(SmallMine.truck("T3", ProductionState.DRIVING, "DUMP", atSeconds));
        say(SmallMine.truck("T4", ProductionState.DRIVING, "DUMP", atSeconds));
    }

    private void say(Reading reading) throws Exception {
        harness.processElement1(reading, reading.time().toEpochMilli());
    }

    private void tell(PlanCause cause, String subject, long atSeconds) throws Exception {
        harness.processElement2(
                new PlanTrigger("small", cause, subject, SmallMine.at(atSeconds)),
                SmallMine.at(atSeconds).toEpochMilli());
    }

    private List<PlanRequest> requests() {
        return harness.extractOutputValues();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, Reading, PlanTrigger, PlanRequest>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new FollowFleet(SmallMine.SITES, SETTINGS)),
                Reading::site,
                PlanTrigger::site,
                Types.STRING);
    }
}
