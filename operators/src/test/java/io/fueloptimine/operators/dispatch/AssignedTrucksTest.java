package io.fueloptimine.operators.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which trucks get which tasks. */
@Timeout(120)
class AssignedTrucksTest {

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
    void givesATruckThatDumpsItsNextLoadBeforeAnyWatermark() throws Exception {
        harness.everyTruckReports(0);
        harness.say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));

        assertThat(harness.assignments())
                .singleElement()
                .satisfies(load -> assertThat(load.task()).isEqualTo(Task.LOAD))
                .satisfies(load -> assertThat(load.destinationEquipmentId()).isIn("S1", "S2"))
                .satisfies(load -> assertThat(load.planId()).startsWith("small/START/"))
                .satisfies(load -> assertThat(load.issuedAt()).isEqualTo(SmallMine.at(30)));
    }

    @Test
    void givesATruckThatIsLoadedItsDump() throws Exception {
        harness.everyTruckReports(0);
        harness.say(SmallMine.loading("T3", "S2", "F2", 30));

        assertThat(harness.assignments())
                .singleElement()
                .satisfies(offload -> assertThat(offload.task()).isEqualTo(Task.OFFLOAD))
                .satisfies(offload -> assertThat(offload.destinationId()).isEqualTo("DUMP"));
    }

    @Test
    void keepsTheFixedPairsBeforeTheFirstPlan() throws Exception {
        harness.say(SmallMine.truck("T4", ProductionState.DUMPING, "DUMP", 30));

        assertThat(harness.assignments())
                .singleElement()
                .satisfies(load -> assertThat(load.destinationEquipmentId()).isEqualTo("S2"))
                .satisfies(load -> assertThat(load.reasonCode()).isEqualTo(ReasonCode.FIXED_PAIR));
    }

    @Test
    void givesOneMoreAssignmentWhenATruckRejectsAndNoThird() throws Exception {
        harness.everyTruckReports(0);
        harness.say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));
        harness.say(SmallMine.reply("T1", lastId(), false, 31));
        assertThat(harness.assignments()).hasSize(2);

        harness.say(SmallMine.reply("T1", lastId(), false, 32));

        assertThat(harness.assignments()).hasSize(2);
        assertThat(harness.assignments().get(1).destinationId())
                .isNotEqualTo(harness.assignments().get(0).destinationId());
    }

    @Test
    void isSatisfiedWhenATruckAccepts() throws Exception {
        harness.everyTruckReports(0);
        harness.say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));
        harness.say(SmallMine.reply("T1", lastId(), true, 31));

        assertThat(harness.assignments()).hasSize(1);
    }

    @Test
    void divertsATruckWhoseLoadingUnitBreaksDown() throws Exception {
        harness.everyTruckReports(0);
        harness.say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));
        String unit = harness.assignments().get(0).destinationEquipmentId();
        harness.say(SmallMine.unit(unit, ProductionState.STOPPED, "DOWN", 60));

        assertThat(harness.assignments()).hasSize(2);
        DispatchAssignment diversion = harness.assignments().get(1);
        assertThat(diversion.reasonCode()).isEqualTo(ReasonCode.DIVERTED);
        assertThat(diversion.destinationEquipmentId()).isNotEqualTo(unit);
    }

    @Test
    void doesNotAssignATruckThatReportsTooLate() throws Exception {
        harness.everyTruckReports(0);
        long validS = SiteHarness.SETTINGS.assigner().validForS();
        harness.flink()
                .processBothWatermarks(new Watermark(SmallMine.at(100 + validS).toEpochMilli()));
        harness.say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));

        assertThat(harness.assignments()).isEmpty();
    }

    @Test
    void givesTheSameIdsAfterARestartFromASnapshot() throws Exception {
        harness.everyTruckReports(0);
        OperatorSubtaskState snapshot = harness.flink().snapshot(1, 1);
        harness.say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));
        List<DispatchAssignment> before = harness.assignments();
        harness.close();

        harness = SiteHarness.from(snapshot, SiteHarness.PLANNERS);
        harness.say(SmallMine.truck("T1", ProductionState.DUMPING, "CRUSHER", 30));

        assertThat(harness.assignments()).isEqualTo(before);
    }

    private String lastId() {
        List<DispatchAssignment> all = harness.assignments();
        return all.get(all.size() - 1).assignmentId();
    }
}
