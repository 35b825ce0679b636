package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlannedFleet;
import io.fueloptimine.models.mine.DispatchAssignment;
import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.PlanCause;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReasonCode;
import io.fueloptimine.models.mine.Task;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssignTrucksTest {

    private static final DispatchSettings SETTINGS = DispatchSettings.defaults();

    private KeyedTwoInputStreamOperatorTestHarness<
                    String, Reading, PlannedFleet, DispatchAssignment>
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
    void givesATruckThatDumpsItsNextLoadBeforeAnyWatermark() throws Exception {
        planAt(0);
        say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));

        assertThat(assignments())
                .singleElement()
                .satisfies(load -> assertThat(load.task()).isEqualTo(Task.LOAD))
                .satisfies(load -> assertThat(load.destinationEquipmentId()).isIn("S1", "S2"))
                .satisfies(load -> assertThat(load.planId()).startsWith("small/START/"))
                .satisfies(load -> assertThat(load.issuedAt()).isEqualTo(SmallMine.at(30)));
    }

    @Test
    void givesATruckThatIsLoadedItsDump() throws Exception {
        planAt(0);
        say(SmallMine.loading("T3", "S2", "F2", 30));

        assertThat(assignments())
                .singleElement()
                .satisfies(offload -> assertThat(offload.task()).isEqualTo(Task.OFFLOAD))
                .satisfies(offload -> assertThat(offload.destinationId()).isEqualTo("DUMP"));
    }

    @Test
    void keepsTheFixedPairsBeforeTheFirstPlan() throws Exception {
        say(SmallMine.truck("T4", ProductionState.DUMPING, "DUMP", 30));

        assertThat(assignments())
                .singleElement()
                .satisfies(load -> assertThat(load.destinationEquipmentId()).isEqualTo("S2"))
                .satisfies(load -> assertThat(load.reasonCode()).isEqualTo(ReasonCode.FIXED_PAIR));
    }

    @Test
    void givesOneMoreAssignmentWhenATruckRejectsAndNoThird() throws Exception {
        planAt(0);
        say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));
        say(SmallMine.reply("T1", lastId(), false, 31));
        assertThat(assignments()).hasSize(2);

        say(SmallMine.reply("T1", lastId(), false, 32));

        assertThat(assignments()).hasSize(2);
        assertThat(assignments().get(1).destinationId())
                .isNotEqualTo(assignments().get(0).destinationId());
    }

    @Test
    void isSatisfiedWhenATruckAccepts() throws Exception {
        planAt(0);
        say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));
        say(SmallMine.reply("T1", lastId(), true, 31));

        assertThat(assignments()).hasSize(1);
    }

    @Test
    void divertsATruckWhoseLoadingUnitBreaksDown() throws Exception {
        planAt(0);
        say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));
        String unit = assignments().get(0).destinationEquipmentId();
        say(SmallMine.unit(unit, ProductionState.STOPPED, "DOWN", 60));

        assertThat(assignments()).hasSize(2);
        DispatchAssignment diversion = assignments().get(1);
        assertThat(diversion.reasonCode()).isEqualTo(ReasonCode.DIVERTED);
        assertThat(diversion.destinationEquipmentId()).isNotEqualTo(unit);
    }

    @Test
    void doesNotAssignATruckThatReportsTooLate() throws Exception {
        planAt(0);
        long validS = SETTINGS.assigner().validForS();
        harness.processWatermark1(new Watermark(SmallMine.at(100 + validS).toEpochMilli()));
        harness.processWatermark2(new Watermark(SmallMine.at(100 + validS).toEpochMilli()));
        say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));

        assertThat(assignments()).isEmpty();
    }

    @Test
    void aPlanThatWasOutrunByANewerOneIsNotFollowed() throws Exception {
        planAt(600);
        planAt(0);
        say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 630));

        assertThat(assignments().get(0).planId())
                .isEqualTo("small/START/" + SmallMine.at(600).toEpochMilli());
    }

    @Test
    void givesTheSameIdsAfterARestartFromASnapshot() throws Exception {
        planAt(0);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));
        List<DispatchAssignment> before = assignments();
        harness.close();

        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));

        assertThat(assignments()).isEqualTo(before);
    }

    private String lastId() {
        return assignments().get(assignments().size() - 1).assignmentId();
    }

    private void planAt(long atSeconds) throws Exception {
        Instant at = SmallMine.at(atSeconds);
        FleetSituation situation = FleetSituation.allReady(SmallMine.SITE, at);
        DispatchPlan plan =
                new FleetPlanner(SmallMine.SITE, SETTINGS.planner())
                        .plan(situation, new PlanTrigger("small", PlanCause.START, null, at));
        harness.processElement2(new PlannedFleet(plan, situation), at.toEpochMilli());
    }

    private void say(Reading reading) throws Exception {
        harness.processElement1(reading, reading.time().toEpochMilli());
    }

    private List<DispatchAssignment> assignments() {
        return harness.extractOutputValues();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, Reading, PlannedFleet, DispatchAssignment>
            harness() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new AssignTrucks(SmallMine.SITES, SETTINGS)),
                Reading::site,
                planned -> planned.plan().site(),
                Types.STRING);
    }
}
