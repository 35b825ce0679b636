package io.fueloptimine.models.dispatch.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.StateChange;
import io.fueloptimine.models.mine.site.EquipmentKind;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetTrackerTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    private final MineSite site = TestMine.small();
    private final FleetTracker watch =
            new FleetTracker(site, new FleetSettings(600, 60, 60, 3_600, 1.5));

    private FleetState fleet = FleetState.blank();

    @Test
    void measuresLoadingTimesOnceEnoughLoadsWereSeen() {
        for (int load = 0; load < 12; load++) {
            long second = load * 400L;
            unit(ProductionState.LOADING, second);
            unit(ProductionState.QUEUED, second + 200);
        }
        truck("T-0", null, 5_000);
        truck("T-1", null, 5_000);

        assertThat(situation().measuredLoadingS()).containsEntry("SH-0", 200.0);
    }

    @Test
    void leavesOutTrucksThatAreDownOrSilent() {
        truck("T-0", null, 0);
        truck("T-1", "DOWN", 4_000);
        truck("T-2", null, 4_000);

        assertThat(situation().trucks())
                .filteredOn(TruckStatus::available)
                .extracting(TruckStatus::truckId)
                .containsExactly("T-2");
        assertThat(situation().downMachineIds()).containsExactly("T-1");
    }

    @Test
    void anOutdatedChangeOfStateChangesNothing() {
        truck("T-0", null, 0);
        truck("T-1", "DOWN", 4_000);
        truck("T-1", null, 3_000);

        assertThat(situation().downMachineIds()).containsExactly("T-1");
    }

    @Test
    void closesAndOpensRoadsAndFollowsTheWeather() {
        truck("T-0", null, 0);
        truck("T-1", null, 1);
        trigger(PlanCause.ROAD_CLOSED, "RAMP-N");
        trigger(PlanCause.ROAD_WET, null);
        assertThat(situation().closedSegmentIds()).containsExactly("RAMP-N");
        assertThat(situation().extraRollingResistancePct()).isEqualTo(1.5);

        trigger(PlanCause.ROAD_OPEN, "RAMP-N");
        trigger(PlanCause.ROAD_DRY, null);

        assertThat(situation().closedSegmentIds()).isEmpty();
        assertThat(situation().extraRollingResistancePct()).isZero();
    }

    @Test
    void ignoresMadeUpMachinesAndRoads() {
        for (int i = 0; i < 1_000; i++) {
            trigger(PlanCause.MACHINE_DOWN, "FAKE-" + i);
            trigger(PlanCause.ROAD_CLOSED, "FAKE-" + i);
        }

        assertThat(fleet.downMachineIds()).isEmpty();
        assertThat(fleet.closedSegmentIds()).isEmpty();
    }

    private FleetSituation situation() {
        return watch.situation(fleet);
    }

    private void trigger(PlanCause cause, String subject) {
        fleet = watch.withTrigger(fleet, new PlanTrigger(site.site(), cause, subject, AT));
    }

    private void unit(ProductionState state, long second) {
        Reading reading = reading(EquipmentKind.SHOVEL, "SH-0", state, null, second);
        fleet = watch.withReading(fleet, reading);
    }

    private void truck(String id, String reason, long second) {
        Reading reading =
                reading(EquipmentKind.HAULTRUCK, id, ProductionState.DRIVING, reason, second);
        fleet = watch.withReading(fleet, reading);
    }

    private Reading reading(
            EquipmentKind kind, String id, ProductionState state, String reason, long second) {
        StateChange change =
                new StateChange(state, null, "PIT", null, null, null, 80.0, null, null, reason);
        Instant at = AT.plusSeconds(second);
        return new Reading(
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
                null);
    }
}
