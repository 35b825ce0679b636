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
        FleetState picture = FleetState.blank();
        for (int load = 0; load < 12; load++) {
            long second = load * 400L;
            picture = unit(picture, ProductionState.LOADING, null, second);
            picture = unit(picture, ProductionState.QUEUED, null, second + 200);
        }
        picture = truck(picture, "T-0", null, 5_000);
        picture = truck(picture, "T-1", null, 5_000);

        assertThat(watch.situation(picture).measuredLoadingS()).containsEntry("SH-0", 200.0);
    }

    @Test
    void leavesOutTrucksThatAreDownOrSilent() {
        FleetState picture = truck(FleetState.blank(), "T-0", null, 0);
        picture = truck(picture, "T-1", "DOWN", 4_000);
        picture = truck(picture, "T-2", null, 4_000);

        assertThat(watch.situation(picture).trucks())
                .filteredOn(TruckStatus::available)
                .extracting(TruckStatus::truckId)
                .containsExactly("T-2");
        assertThat(watch.situation(picture).downMachineIds()).containsExactly("T-1");
    }

    @Test
    void closesAndOpensRoadsAndKnowsTheWeather() {
        FleetState picture = truck(FleetState.blank(), "T-0", null, 0);
        picture = truck(picture, "T-1", null, 1);
        picture =
                withTrigger(
                        withTrigger(picture, PlanCause.ROAD_CLOSED, "RAMP-N"),
                        PlanCause.ROAD_WET,
                        null);
        assertThat(watch.situation(picture).closedSegmentIds()).containsExactly("RAMP-N");
        assertThat(watch.situation(picture).extraRollingResistancePct()).isEqualTo(1.5);

        picture =
                withTrigger(
                        withTrigger(picture, PlanCause.ROAD_OPEN, "RAMP-N"),
                        PlanCause.ROAD_DRY,
                        null);

        assertThat(watch.situation(picture).closedSegmentIds()).isEmpty();
        assertThat(watch.situation(picture).extraRollingResistancePct()).isZero();
    }

    private FleetState withTrigger(FleetState picture, PlanCause cause, String subject) {
        return watch.withTrigger(picture, new PlanTrigger(site.site(), cause, subject, AT));
    }

    private FleetState unit(FleetState picture, ProductionState state, String reason, long second) {
        return withReading(picture, EquipmentKind.SHOVEL, "SH-0", state, reason, second);
    }

    private FleetState truck(FleetState picture, String id, String reason, long second) {
        return withReading(
                picture, EquipmentKind.HAULTRUCK, id, ProductionState.DRIVING, reason, second);
    }

    private FleetState withReading(
            FleetState picture,
            EquipmentKind kind,
            String id,
            ProductionState state,
            String reason,
            long second) {
        StateChange said =
                new StateChange(state, null, "PIT", null, null, null, 80.0, null, null, reason);
        Instant at = AT.plusSeconds(second);
        return watch.withReading(
                picture,
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
                        said,
                        null,
                        null,
                        null,
                        null));
    }
}
