package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.TruckStatus;
import io.fueloptimine.models.dispatch.plan.PlanRequest;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.reading.ProductionState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When plans are requested, and for which trucks and roads. */
@Timeout(120)
class PlanRequestsTest {

    private static final DispatchSettings SETTINGS = SiteHarness.SETTINGS;

    private SiteHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = SiteHarness.open();
    }

    @AfterEach
    void close() throws Exception {
        assertThat(harness.flink().numEventTimeTimers()).isZero();
        harness.close();
    }

    @Test
    void asksForTheFirstPlanWhenEveryTruckHasSpoken() throws Exception {
        harness.everyTruckReports(0);

        assertThat(harness.requests()).singleElement().satisfies(this::isStartWithFourTrucks);
        assertThat(harness.plans())
                .singleElement()
                .satisfies(plan -> assertThat(plan.plannedTph()).isPositive());
    }

    @Test
    void startsWithoutASilentTruckAfterAWhile() throws Exception {
        harness.say(SmallMine.truck("T1", ProductionState.HAULING, "PIT", 0));
        harness.say(SmallMine.truck("T2", ProductionState.HAULING, "PIT", 30));
        assertThat(harness.requests()).isEmpty();

        harness.say(SmallMine.truck("T1", ProductionState.QUEUED, "F1", 90));
        harness.say(SmallMine.truck("T2", ProductionState.QUEUED, "F1", 95));

        assertThat(harness.requests())
                .singleElement()
                .satisfies(
                        request -> assertThat(request.trigger().cause()).isEqualTo(PlanCause.START))
                .satisfies(request -> assertThat(request.situation().trucks()).hasSize(2));
    }

    @Test
    void asksAgainOnTheClock() throws Exception {
        harness.everyTruckReports(0);
        harness.everyTruckReports(SETTINGS.fleet().planEveryS() + 10);

        assertThat(harness.requests())
                .extracting(request -> request.trigger().cause())
                .containsExactly(PlanCause.START, PlanCause.CLOCK);
    }

    @Test
    void keepsATriggerThatComesTooSoonAndGathersOthersIntoIt() throws Exception {
        harness.everyTruckReports(0);
        harness.tell(PlanCause.ROAD_CLOSED, "RAMP", 5);
        harness.tell(PlanCause.MACHINE_DOWN, "S2", 6);
        assertThat(harness.requests()).hasSize(1);

        harness.everyTruckReports(SETTINGS.fleet().planSpacingS() + 5);

        assertThat(harness.requests()).hasSize(2);
        PlanRequest second = harness.requests().get(1);
        assertThat(second.trigger().cause()).isEqualTo(PlanCause.ROAD_CLOSED);
        assertThat(second.situation().closedSegmentIds()).containsExactly("RAMP");
        assertThat(second.situation().downMachineIds()).containsExactly("S2");
    }

    @Test
    void oneClockThatRunsAheadDoesNotCarryTheFleetWithIt() throws Exception {
        harness.everyTruckReports(0);
        harness.say(SmallMine.truck("T1", ProductionState.HAULING, "F1", 7_200));
        harness.say(SmallMine.truck("T1", ProductionState.HAULING, "F1", 7_260));

        assertThat(harness.requests()).hasSize(1);
    }

    @Test
    void seesThroughStatesWhichTrucksAndUnitsAreDown() throws Exception {
        harness.say(SmallMine.unit("S1", ProductionState.STOPPED, "DOWN", 0));
        harness.everyTruckReports(1);

        assertThat(harness.requests().get(0).situation().downMachineIds()).containsExactly("S1");
    }

    @Test
    void goesOnFromASnapshot() throws Exception {
        harness.everyTruckReports(0);
        OperatorSubtaskState snapshot = harness.flink().snapshot(1, 1);
        harness.close();
        harness = SiteHarness.from(snapshot, SiteHarness.PLANNERS);

        long later = SETTINGS.fleet().planEveryS() + 10;
        harness.say(SmallMine.truck("T1", ProductionState.HAULING, "F1", later));
        harness.say(SmallMine.truck("T2", ProductionState.HAULING, "F1", later));

        assertThat(harness.requests())
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
}
