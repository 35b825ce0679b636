package io.fueloptimine.models.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.PlanCause;
import io.fueloptimine.models.mine.PlanTrigger;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.ReadingStream;
import io.fueloptimine.models.mine.StateChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetTrackerTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    private final MineSite site = TestMine.small();
    private final FleetTracker watch = new FleetTracker(site, 3_600, 1.5);

    @Test
    void measuresLoadingTimesOnceEnoughLoadsWereSeen() {
        FleetState fleet = FleetState.blank();
        for (int load = 0; load < 12; load++) {
            long second = load * 400L;
            fleet = unit(fleet, ProductionState.LOADING, null, second);
            fleet = unit(fleet, ProductionState.QUEUED, null, second + 200);
        }
        fleet = truck(fleet, "T-0", null, 5_000);
        fleet = truck(fleet, "T-1", null, 5_000);

        assertThat(watch.situation(fleet).measuredLoadingS()).containsEntry("SH-0", 200.0);
    }

    @Test
    void leavesOutTrucksThatAreDownOrSilent() {
        FleetState fleet = truck(FleetState.blank(), "T-0", null, 0);
        fleet = truck(fleet, "T-1", "DOWN", 4_000);
        fleet = truck(fleet, "T-2", null, 4_000);

        assertThat(watch.situation(fleet).trucks())
                .filteredOn(TruckStatus::available)
                .extracting(TruckStatus::truckId)
                .containsExactly("T-2");
        assertThat(watch.situation(fleet).downMachineIds()).containsExactly("T-1");
    }

    @Test
    void closesAndOpensRoadsAndFollowsTheWeather() {
        FleetState fleet = truck(FleetState.blank(), "T-0", null, 0);
        fleet = truck(fleet, "T-1", null, 1);
        fleet =
                withTrigger(
                        withTrigger(fleet, PlanCause.ROAD_CLOSED, "RAMP-N"),
                        PlanCause.ROAD_WET,
                        null);
        assertThat(watch.situation(fleet).closedSegmentIds()).containsExactly("RAMP-N");
        assertThat(watch.situation(fleet).extraRollingResistancePct()).isEqualTo(1.5);

        fleet =
                withTrigger(
                        withTrigger(fleet, PlanCause.ROAD_OPEN, "RAMP-N"),
                        PlanCause.ROAD_DRY,
                        null);

        assertThat(watch.situation(fleet).closedSegmentIds()).isEmpty();
        assertThat(watch.situation(fleet).extraRollingResistancePct()).isZero();
    }

    private FleetState withTrigger(FleetState fleet, PlanCause cause, String subject) {
        return watch.withTrigger(fleet, new PlanTrigger(site.site(), cause, subject, AT));
    }

    private FleetState unit(FleetState fleet, ProductionState state, String reason, long second) {
        return withReading(fleet, EquipmentKind.SHOVEL, "SH-0", state, reason, second);
    }

    private FleetState truck(FleetState fleet, String id, String reason, long second) {
        return withReading(
                fleet, EquipmentKind.HAULTRUCK, id, ProductionState.DRIVING, reason, second);
    }

    private FleetState withReading(
            FleetState fleet,
            EquipmentKind kind,
            String id,
            ProductionState state,
            String reason,
            long second) {
        StateChange change =
                new StateChange(state, null, "PIT", null, null, null, 80.0, null, null, reason);
        Instant at = AT.plusSeconds(second);
        return watch.withReading(
                fleet,
                new Reading(
                        site.site(),
                        kind,
                        id,
                        ReadingStream.STATE,
                        second,
                        at,
                        at,
                        false,
                        List.of(),
                        null,
                        change,
                        null,
                        null,
                        null,
                        null));
    }
}
