package io.fueloptimine.models.dispatch.assignment;

import static io.fueloptimine.models.dispatch.policy.HandMine.SITE;
import static io.fueloptimine.models.dispatch.policy.HandMine.at;
import static io.fueloptimine.models.dispatch.policy.HandMine.dumping;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.fleet.FleetSituation;
import io.fueloptimine.models.dispatch.plan.FleetPlanner;
import io.fueloptimine.models.dispatch.plan.PlannerSettings;
import io.fueloptimine.models.dispatch.policy.HandMine;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.AssignmentReply;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.site.EquipmentKind;
import org.junit.jupiter.api.Test;

class TruckDispatchTest {

    private final TruckDispatch dispatch =
            new TruckDispatch(SITE, FleetSettings.DEFAULT, AssignerSettings.DEFAULT);
    private final AssignmentState blank = AssignmentState.empty("hand");

    @Test
    void assignsATruckThatDumps() {
        TruckDispatch.Outcome outcome = dispatch.afterReading(blank, dumping("T1", "C", 30), false);

        assertThat(outcome.assignments())
                .singleElement()
                .satisfies(load -> assertThat(load.task()).isEqualTo(Task.LOAD))
                .satisfies(load -> assertThat(load.issuedAt()).isEqualTo(at(30)));
        assertThat(outcome.state().fleet().truck("T1").destinationId()).isEqualTo("F1");
        assertThat(outcome.event()).isEqualTo(TruckDispatch.Event.NONE);
    }

    @Test
    void aLateReadingChangesTheStateOnly() {
        TruckDispatch.Outcome outcome = dispatch.afterReading(blank, dumping("T1", "C", 30), true);

        assertThat(outcome.assignments()).isEmpty();
        assertThat(outcome.event()).isEqualTo(TruckDispatch.Event.STATE_TOO_LATE);
        assertThat(outcome.state().fleet().truck("T1").state()).isEqualTo(ProductionState.DUMPING);
    }

    @Test
    void anOlderReadingChangesNothing() {
        AssignmentState state = dispatch.afterReading(blank, dumping("T1", "C", 30), false).state();

        TruckDispatch.Outcome outcome = dispatch.afterReading(state, dumping("T1", "C", 20), false);

        assertThat(outcome.state().fleet().trucks()).isEqualTo(state.fleet().trucks());
        assertThat(outcome.event()).isEqualTo(TruckDispatch.Event.STATE_TOO_LATE);
    }

    @Test
    void countsRepliesAndAssignsAgainAfterARejection() {
        TruckDispatch.Outcome first = dispatch.afterReading(blank, dumping("T1", "C", 30), false);
        Reading rejected = HandMine.rejection(first.assignments().get(0), 31);

        TruckDispatch.Outcome second = dispatch.afterReading(first.state(), rejected, false);

        assertThat(second.event()).isEqualTo(TruckDispatch.Event.REJECTED);
        assertThat(second.assignments())
                .singleElement()
                .satisfies(load -> assertThat(load.reasonCode()).isEqualTo(ReasonCode.REJECTED));

        AssignmentReply yes =
                new AssignmentReply(second.assignments().get(0).assignmentId(), true, null);
        TruckDispatch.Outcome third =
                dispatch.afterReading(
                        second.state(),
                        HandMine.reading(EquipmentKind.HAULTRUCK, "T1", null, yes, 32),
                        false);
        assertThat(third.event()).isEqualTo(TruckDispatch.Event.ACCEPTED);
        assertThat(third.state().fleet().truck("T1").assignmentId()).isEqualTo(yes.assignmentId());
    }

    @Test
    void divertsTrucksWhenTheirUnitBreaksDown() {
        AssignmentState bound = dispatch.afterReading(blank, dumping("T1", "C", 30), false).state();

        TruckDispatch.Outcome outcome =
                dispatch.afterReading(
                        bound,
                        HandMine.unit("S1", ProductionState.STOPPED, null, "DOWN", 60),
                        false);

        assertThat(outcome.state().fleet().downMachineIds()).containsExactly("S1");
        assertThat(outcome.assignments())
                .singleElement()
                .satisfies(load -> assertThat(load.reasonCode()).isEqualTo(ReasonCode.DIVERTED));
    }

    @Test
    void followsTheNewestPlan() {
        AssignmentState newer = dispatch.afterPlan(blank, planned(600)).state();

        TruckDispatch.Outcome outcome = dispatch.afterPlan(newer, planned(0));

        assertThat(newer.plan().madeAt()).isEqualTo(at(600));
        assertThat(outcome.state()).isSameAs(newer);
        assertThat(outcome.event()).isEqualTo(TruckDispatch.Event.PLAN_SUPERSEDED);
    }

    private static DispatchPlan planned(long atS) {
        FleetSituation situation = FleetSituation.allReady(SITE, at(atS));
        return new FleetPlanner(SITE, PlannerSettings.DEFAULT)
                .planFixedPairs(situation, new PlanTrigger("hand", PlanCause.CLOCK, null, at(atS)));
    }
}
