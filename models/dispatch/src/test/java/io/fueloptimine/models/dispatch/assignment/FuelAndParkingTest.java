package io.fueloptimine.models.dispatch.assignment;

import static io.fueloptimine.models.dispatch.assignment.AssignedFleet.AT;
import static io.fueloptimine.models.dispatch.assignment.AssignedFleet.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trucks that refuel or park. */
class FuelAndParkingTest {

    private final AssignedFleet fleet = new AssignedFleet();

    @Test
    void sendsATruckUnderTheCandidateThresholdToAFreeBayOnly() {
        AssignmentState low = fleet.low(fleet.planned(List.of(), 1), fleet.truck, 35);
        DispatchAssignment fuel =
                fleet.assign(low, TruckRequest.empty(fleet.truck.id(), fleet.dump, AT));
        assertThat(fuel.task()).isEqualTo(Task.FUEL);
        assertThat(fuel.reasonCode()).isEqualTo(ReasonCode.LOW_FUEL);

        AssignmentState busy = low;
        for (int i = 1; i <= SETTINGS.fuelBayPlaces(); i++) {
            Truck other = fleet.site.trucks().get(i);
            busy = fleet.low(busy, other, 35);
            busy =
                    fleet.assigner
                            .assign(busy, TruckRequest.empty(other.id(), other.pairedDumpId(), AT))
                            .orElseThrow()
                            .state();
        }
        assertThat(fleet.assign(busy, TruckRequest.empty(fleet.truck.id(), fleet.dump, AT)).task())
                .isEqualTo(Task.LOAD);
        assertThat(
                        fleet.assign(
                                fleet.low(busy, fleet.truck, 9),
                                TruckRequest.empty(fleet.truck.id(), fleet.dump, AT)))
                .satisfies(critical -> assertThat(critical.task()).isEqualTo(Task.FUEL))
                .satisfies(c -> assertThat(c.reasonCode()).isEqualTo(ReasonCode.CRITICAL_FUEL));
    }

    @Test
    void parksATruckThatTheTonnesLeftDoNotNeedAndCallsItBackWhenTheyDo() {
        AssignmentState state = fleet.withLeft(fleet.everyTruckWorking(AT.minusSeconds(10)), 0.01);
        state = fleet.tracker.planned(state, fleet.plan(List.of(), 0.3));
        Truck spare = fleet.firstParked(state);
        AssignmentDecision parked =
                fleet.assigner
                        .assign(state, TruckRequest.empty(spare.id(), spare.pairedDumpId(), AT))
                        .orElseThrow();
        assertThat(parked.assignment().task()).isEqualTo(Task.PARK);
        assertThat(parked.assignment().reasonCode()).isEqualTo(ReasonCode.SURPLUS);

        AssignmentState standing =
                fleet.withReport(
                        parked.state(), spare, ProductionState.PARKED, "PARK", 90.0, null, AT);
        AssignmentState wanted = fleet.withLeft(standing, 20);
        assertThat(fleet.assigner.checkParked(wanted, AT)).isEmpty();
        Instant later = AT.plusSeconds(SETTINGS.minParkedS());
        assertThat(fleet.assigner.checkParked(standing, later)).isEmpty();
        assertThat(fleet.assigner.checkParked(wanted, later))
                .singleElement()
                .satisfies(d -> assertThat(d.assignment().task()).isEqualTo(Task.LOAD))
                .satisfies(
                        d -> assertThat(d.assignment().reasonCode()).isEqualTo(ReasonCode.RECALLED))
                .satisfies(d -> assertThat(fleet.assigner.checkParked(d.state(), later)).isEmpty());
    }

    @Test
    void tellsAParkedTruckAgainToStay() {
        AssignmentState state = fleet.withLeft(fleet.everyTruckWorking(AT.minusSeconds(10)), 0.01);
        state = fleet.tracker.planned(state, fleet.plan(List.of(), 0.3));
        Truck spare = fleet.firstParked(state);
        state =
                fleet.assigner
                        .assign(state, TruckRequest.empty(spare.id(), spare.pairedDumpId(), AT))
                        .orElseThrow()
                        .state();
        state = fleet.withReport(state, spare, ProductionState.PARKED, "PARK", 90.0, null, AT);

        Instant again = AT.plusSeconds(SETTINGS.stayParkedS());
        AssignmentState later =
                fleet.tracker.planned(state, fleet.plan(List.of(), 0.3, again.minusSeconds(60)));
        assertThat(fleet.assigner.checkParked(later, again.minusSeconds(1))).isEmpty();
        assertThat(fleet.assigner.checkParked(later, again))
                .singleElement()
                .satisfies(d -> assertThat(d.assignment().task()).isEqualTo(Task.PARK))
                .satisfies(d -> assertThat(d.assignment().destinationId()).isEqualTo("PARK"))
                .satisfies(d -> assertThat(fleet.assigner.checkParked(d.state(), again)).isEmpty());
    }
}
