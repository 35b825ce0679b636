package io.fueloptimine.models.dispatch.plan;

import static io.fueloptimine.models.dispatch.policy.HandMine.SITE;
import static io.fueloptimine.models.dispatch.policy.HandMine.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.dispatch.fleet.Breakdowns;
import io.fueloptimine.models.dispatch.fleet.FleetReadings;
import io.fueloptimine.models.dispatch.fleet.FleetSettings;
import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.FleetTracker;
import io.fueloptimine.models.dispatch.policy.HandMine;
import io.fueloptimine.models.mine.dispatch.PlanCause;
import io.fueloptimine.models.mine.dispatch.PlanTrigger;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanScheduleTest {

    private static final FleetSettings SETTINGS = FleetSettings.DEFAULT;
    private static final PlanTrigger CLOSED =
            new PlanTrigger("hand", PlanCause.ROAD_CLOSED, "R-F2", at(5));

    private static final Telemetry LEVEL =
            new Telemetry(
                    null, null, null, null, null, 60.0, null, null, null, null, null, null, null,
                    null, null, null, null, null, null, null, null);

    private final FleetTracker tracker = new FleetTracker(SITE, SETTINGS);
    private final PlanSchedule schedule = new PlanSchedule(SITE, tracker, SETTINGS);
    private FleetState fleet = FleetState.blank();

    @Test
    void theFirstPlanIsDueWhenEveryTruckHasReported() {
        assertThat(schedule.first(fleet)).isEmpty();
        report("T1", 0);
        report("T2", 1);
        report("T3", 2);
        assertThat(schedule.first(fleet)).isEmpty();
        report("T4", 3);

        assertThat(schedule.first(fleet))
                .hasValue(new PlanTrigger("hand", PlanCause.START, null, at(2)));
    }

    @Test
    void theFirstPlanDoesNotWaitLongForSilentTrucks() {
        report("T1", 0);
        report("T2", SETTINGS.startAfterS());
        report("T1", SETTINGS.startAfterS());

        assertThat(schedule.first(fleet)).isPresent();
    }

    @Test
    void theClockMakesAPlanDue() {
        PlanTiming timing = PlanTiming.requestedAt(at(0));
        fleetAt(SETTINGS.planEveryS() - 1);
        assertThat(schedule.next(fleet, timing)).isEmpty();
        fleetAt(SETTINGS.planEveryS());

        assertThat(schedule.next(fleet, timing))
                .hasValueSatisfying(due -> assertThat(due.cause()).isEqualTo(PlanCause.CLOCK));
    }

    @Test
    void aTriggerWaitsUntilTheSpacingHasPassed() {
        PlanTiming timing =
                PlanTiming.requestedAt(at(0))
                        .with(CLOSED)
                        .with(new PlanTrigger("hand", PlanCause.ROAD_WET, null, at(6)));
        fleetAt(SETTINGS.planSpacingS() - 1);
        assertThat(schedule.next(fleet, timing)).isEmpty();
        fleetAt(SETTINGS.planSpacingS());

        assertThat(schedule.next(fleet, timing)).hasValue(CLOSED);
    }

    @Test
    void aTriggerBeforeTheFirstPlanNeedsNoPlanOfItsOwn() {
        assertThat(PlanTiming.stopped().with(CLOSED)).isEqualTo(PlanTiming.stopped());
    }

    @Test
    void theRequestShowsTheFleetAsItIsNow() {
        report("T1", 0);
        report("T2", 10);
        fleet = tracker.withTrigger(fleet, CLOSED);

        PlanRequest request = schedule.request(CLOSED, fleet);

        assertThat(request.trigger()).isEqualTo(CLOSED);
        assertThat(request.situation().closedSegmentIds()).containsExactly("R-F2");
        assertThat(request.situation().trucks()).hasSize(2);
    }

    @Test
    void statesAndRepliesAreNeededAndAFewLevels() {
        assertThat(FleetReadings.isNeeded(HandMine.dumping("T1", "C", 0))).isTrue();
        assertThat(FleetReadings.isNeeded(telemetry(120))).isTrue();
        assertThat(FleetReadings.isNeeded(telemetry(121))).isFalse();
    }

    @Test
    void aBreakdownTriggersAPlanOnceAndItsEndAnother() {
        Reading down = HandMine.unit("S1", ProductionState.STOPPED, null, "DOWN", 10);
        Reading meal = HandMine.unit("S1", ProductionState.STOPPED, null, "BREAK", 20);

        assertThat(Breakdowns.trigger(down, false))
                .hasValue(new PlanTrigger("hand", PlanCause.MACHINE_DOWN, "S1", at(10)));
        assertThat(Breakdowns.trigger(down, true)).isEmpty();
        assertThat(Breakdowns.trigger(meal, false)).isEmpty();
        assertThat(Breakdowns.trigger(meal, true))
                .hasValue(new PlanTrigger("hand", PlanCause.MACHINE_UP, "S1", at(20)));
    }

    private void fleetAt(long atS) {
        report("T1", atS);
        report("T2", atS);
    }

    private void report(String truck, long atS) {
        Reading reading = HandMine.dumping(truck, "C", atS);
        fleet = tracker.withReading(fleet, reading);
    }

    private static Reading telemetry(long sequence) {
        return new Reading(
                "hand",
                EquipmentKind.HAULTRUCK,
                "T1",
                ReadingStream.TELEMETRY,
                sequence,
                at(0),
                at(0),
                false,
                List.of(),
                LEVEL,
                null,
                null,
                null,
                null,
                null);
    }
}
