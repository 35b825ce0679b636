package io.fueloptimine.models.dispatch.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.dispatch.fleet.ShiftProgress.DumpLeft;
import io.fueloptimine.models.dispatch.policy.HandMine;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftProgressTest {

    private static final Instant DAY_SHIFT = Instant.parse("2026-01-05T08:00:00Z");
    private static final DigPlan PLAN =
            new DigPlan(
                    12,
                    List.of(new FaceTarget("F1", Material.ORE, 1_200)),
                    List.of(new DumpTarget("C", Material.ORE, 1_200)),
                    DigPlan.GradeBand.ANY);

    @Test
    void aFirstShiftUnderWayCountsWithItsRest() {
        ShiftProgress progress = ShiftProgress.none().at(PLAN, DAY_SHIFT.plusSeconds(9 * 3_600));

        assertThat(progress.shiftStart()).isEqualTo(DAY_SHIFT);
        assertThat(progress.faceLeftT()).containsEntry("F1", 300.0);
        assertThat(progress.dumpLeft()).containsExactly(new DumpLeft("C", Material.ORE, 300));
        assertThat(progress.hoursLeft(PLAN, DAY_SHIFT.plusSeconds(9 * 3_600))).isEqualTo(3);
    }

    @Test
    void whatAShiftMissedOrMovedTooMuchIsCarriedOver() {
        ShiftProgress first =
                ShiftProgress.none()
                        .at(PLAN, DAY_SHIFT)
                        .loaded("F1", 1_000)
                        .dumped("C", Material.ORE, 1_500);

        ShiftProgress next = first.at(PLAN, DAY_SHIFT.plusSeconds(12 * 3_600));

        assertThat(next.faceLeftT()).containsEntry("F1", 1_400.0);
        assertThat(next.dumpLeft()).containsExactly(new DumpLeft("C", Material.ORE, 900));
    }

    @Test
    void noMoreThanTheTonnesOfOneShiftAreCarriedOver() {
        ShiftProgress progress = ShiftProgress.none().at(PLAN, DAY_SHIFT);
        for (int shift = 1; shift <= 10; shift++) {
            progress = progress.at(PLAN, DAY_SHIFT.plusSeconds(shift * 12 * 3_600L));
        }

        assertThat(progress.faceLeftT()).containsEntry("F1", 2_400.0);
    }

    @Test
    void theWorkLeftIsWhatTheFleetHasNotMoved() {
        ShiftProgress progress =
                ShiftProgress.none()
                        .at(PLAN, DAY_SHIFT)
                        .loaded("F1", 500)
                        .dumped("C", Material.ORE, 200);

        WorkLeft left = progress.workLeft(PLAN, DAY_SHIFT.plusSeconds(6 * 3_600));

        assertThat(left.hoursLeft()).isEqualTo(6);
        assertThat(left.face("F1").orElseThrow().tonnesLeft()).isEqualTo(700);
        assertThat(left.dumps().get(0).tonnesLeft()).isEqualTo(1_000);
    }

    @Test
    void aTargetAddedDuringTheShiftCountsWithTheRestOfTheShift() {
        DigPlan larger =
                new DigPlan(
                        12,
                        List.of(PLAN.faces().get(0), new FaceTarget("F2", Material.ORE, 600)),
                        List.of(new DumpTarget("D", Material.ORE, 600)),
                        DigPlan.GradeBand.ANY);

        WorkLeft left =
                ShiftProgress.none()
                        .at(PLAN, DAY_SHIFT)
                        .workLeft(larger, DAY_SHIFT.plusSeconds(6 * 3_600));

        assertThat(left.face("F2").orElseThrow().tonnesLeft()).isEqualTo(300);
        assertThat(left.dumps().get(0).tonnesLeft()).isEqualTo(300);
    }

    @Test
    void countsEachLoadOnceAtItsFaceAndOnceAtItsDump() {
        FleetTracker tracker = new FleetTracker(HandMine.SITE, FleetSettings.DEFAULT);
        FleetState fleet = FleetState.blank();
        fleet = tracker.withReading(fleet, HandMine.dumping("T2", "C", 0));
        fleet = tracker.withReading(fleet, HandMine.dumping("T3", "C", 1));
        ShiftProgress before = fleet.progress();
        fleet = tracker.withReading(fleet, HandMine.loading("T1", "S1", "F1", 10));
        fleet =
                tracker.withReading(
                        fleet, HandMine.truck("T1", ProductionState.HAULING, "F1", null, 20));
        fleet =
                tracker.withReading(
                        fleet, HandMine.truck("T1", ProductionState.STOPPED, "F1", null, 30));
        fleet =
                tracker.withReading(
                        fleet, HandMine.truck("T1", ProductionState.HAULING, "F1", null, 40));
        double loadT = loadedT(before, fleet);
        assertThat(loadT).isPositive();
        fleet = tracker.withReading(fleet, HandMine.dumping("T1", "C", 50));
        fleet =
                tracker.withReading(
                        fleet, HandMine.truck("T1", ProductionState.HAULING, "F1", null, 45));

        assertThat(loadedT(before, fleet)).isEqualTo(loadT, within(1e-9));
        assertThat(fleet.truck("T1").load()).isNull();
    }

    @Test
    void aLoadWhoseHaulWasNotReportedCountsWhenItIsDumped() {
        FleetTracker tracker = new FleetTracker(HandMine.SITE, FleetSettings.DEFAULT);
        FleetState fleet = FleetState.blank();
        fleet = tracker.withReading(fleet, HandMine.dumping("T2", "C", 0));
        fleet = tracker.withReading(fleet, HandMine.dumping("T3", "C", 1));
        ShiftProgress before = fleet.progress();
        fleet = tracker.withReading(fleet, HandMine.loading("T1", "S1", "F1", 10));
        fleet = tracker.withReading(fleet, HandMine.dumping("T1", "C", 50));

        assertThat(loadedT(before, fleet)).isPositive();
    }

    private static double loadedT(ShiftProgress before, FleetState after) {
        return before.faceLeftT().get("F1") - after.progress().faceLeftT().get("F1");
    }
}
