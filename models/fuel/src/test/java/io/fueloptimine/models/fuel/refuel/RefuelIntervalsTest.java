package io.fueloptimine.models.fuel.refuel;

import static io.fueloptimine.models.fuel.refuel.Hauls.at;
import static io.fueloptimine.models.fuel.refuel.Hauls.cycle;
import static io.fueloptimine.models.fuel.refuel.Hauls.refuel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.Refuel;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RefuelIntervalsTest {

    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void runFromTheEndOfARefuellingToTheStartOfTheNext() {
        RefuelInterval interval = only(List.of(), refuel(600, 20, 2_900), refuel(0, 20, 3_000));

        assertThat(interval.from()).isEqualTo(at(20));
        assertThat(interval.to()).isEqualTo(at(600));
        assertThat(interval.dispensedL()).isEqualTo(2_900);
        assertThat(interval.hours()).isEqualTo(580 / 60.0);
        assertThat(interval.work()).isEqualTo(Work.NONE);
    }

    @Test
    void addUpTheWorkOfWholeCycles() {
        RefuelInterval interval = between(0, 200, cycle(20), cycle(60));

        assertThat(interval.cycles()).isEqualTo(2);
        assertAmount(interval, WorkItem.EMPTY_H, 2 * 10 / 60.0);
        assertAmount(interval, WorkItem.LOADED_H, 2 * 20 / 60.0);
        assertAmount(interval, WorkItem.AT_LOADER_OR_DUMP_H, 2 * 10 / 60.0);
        assertAmount(interval, WorkItem.EMPTY_KM, 2 * 5);
        assertAmount(interval, WorkItem.LOADED_KTKM, 2 * 300 * 6 / 1_000.0);
        assertAmount(interval, WorkItem.CLIMB_KTKM, 2 * 300 * 0.2 / 1_000.0);
        assertAmount(interval, WorkItem.SHORT_STOP_H, 0);
        assertAmount(interval, WorkItem.UNSEEN_FIRST_H, 0);
    }

    @Test
    void splitACycleAtARefuellingByTime() {
        List<HaulCycle> cycles = List.of(cycle(0));
        List<RefuelInterval> intervals =
                RefuelIntervals.of(
                        cycles, List.of(refuel(-60, 0, 1), refuel(20, 0, 1), refuel(60, 0, 1)));

        assertAmount(intervals.get(0), WorkItem.LOADED_H, 5 / 60.0);
        assertAmount(intervals.get(1), WorkItem.LOADED_H, 15 / 60.0);
        assertThat(intervals.get(0).cycles()).isZero();
        assertThat(intervals.get(1).cycles()).isEqualTo(1);
    }

    @Test
    void countNoStopAtTheFuelBay() {
        List<RefuelInterval> intervals =
                RefuelIntervals.of(
                        List.of(cycle(0, 30, 0.0)),
                        List.of(refuel(-60, 0, 1), refuel(5, 20, 1), refuel(90, 0, 1)));

        assertAmount(intervals.get(0), WorkItem.EMPTY_H, 5 / 60.0);
        assertAmount(intervals.get(1), WorkItem.EMPTY_H, 5 / 60.0);
        assertAmount(intervals.get(0), WorkItem.EMPTY_KM, 2.5);
        assertAmount(intervals.get(1), WorkItem.SHORT_STOP_H, 0);
    }

    @Test
    void splitAStopIntoAShortAndALongPart() {
        RefuelInterval interval = between(-10, 200, cycle(0, 55, 0.0));

        assertAmount(interval, WorkItem.EMPTY_H, 10 / 60.0);
        assertAmount(interval, WorkItem.SHORT_STOP_H, 0.5);
        assertAmount(interval, WorkItem.LONG_STOP_H, 0.25);
    }

    @Test
    void splitTheTimeBetweenCyclesAndAddAnUnrecordedHaul() {
        RefuelInterval interval = between(-10, 800, cycle(0), cycle(40 + 5 * 60));

        assertAmount(interval, WorkItem.UNSEEN_FIRST_H, 1);
        assertAmount(interval, WorkItem.UNSEEN_SECOND_H, 1);
        assertAmount(interval, WorkItem.UNSEEN_THIRD_FOURTH_H, 2);
        assertAmount(interval, WorkItem.UNSEEN_LATER_H, 1);
        assertAmount(interval, WorkItem.UNSEEN_HAUL_KM, 6);
    }

    @Test
    void assignTheUnrecordedHaulToTheMiddleOfTheGap() {
        List<HaulCycle> cycles = List.of(cycle(0), cycle(160));
        Refuel first = refuel(-60, 0, 1);
        Refuel last = refuel(300, 0, 1);

        List<RefuelInterval> early =
                RefuelIntervals.of(cycles, List.of(first, refuel(60, 0, 1), last));
        List<RefuelInterval> late =
                RefuelIntervals.of(cycles, List.of(first, refuel(140, 0, 1), last));

        assertAmount(early.get(0), WorkItem.UNSEEN_HAUL_KM, 0);
        assertAmount(early.get(1), WorkItem.UNSEEN_HAUL_KM, 6);
        assertAmount(late.get(0), WorkItem.UNSEEN_HAUL_KM, 6);
        assertAmount(late.get(1), WorkItem.UNSEEN_HAUL_KM, 0);
    }

    @Test
    void addNoUnrecordedHaulToAShortGap() {
        RefuelInterval interval = between(-10, 300, cycle(0), cycle(60));

        assertAmount(interval, WorkItem.UNSEEN_FIRST_H, 20 / 60.0);
        assertAmount(interval, WorkItem.UNSEEN_HAUL_KM, 0);
    }

    @Test
    void haveNoClimbForAnUnknownOrNegativeLift() {
        RefuelInterval interval = between(-10, 200, cycle(0, 10, null), cycle(40, 10, -150.0));

        assertAmount(interval, WorkItem.CLIMB_KTKM, 0);
    }

    @Test
    void areOrderedByTruckAndTime() {
        Refuel other = new Refuel("T0", at(0), 0, 1, null, null);
        Refuel otherLater = new Refuel("T0", at(500), 0, 7, null, null);

        List<RefuelInterval> intervals =
                RefuelIntervals.of(
                        List.of(cycle(60), cycle(20)),
                        List.of(refuel(400, 0, 9), otherLater, refuel(0, 0, 8), other));

        assertThat(intervals)
                .extracting(RefuelInterval::truckId, RefuelInterval::dispensedL)
                .containsExactly(tuple("T0", 7.0), tuple("T1", 9.0));
        assertThat(intervals.get(0).work()).isEqualTo(Work.NONE);
    }

    @Test
    void areFilteredByDurationAndLitres() {
        assertThat(IntervalFilter.STANDARD.takes(interval(16, 12, 2_900))).isTrue();
        assertThat(IntervalFilter.STANDARD.takes(interval(8, 12, 2_900))).isFalse();
        assertThat(IntervalFilter.STANDARD.takes(interval(30, 12, 2_900))).isFalse();
        assertThat(IntervalFilter.STANDARD.takes(interval(16, 5, 2_900))).isFalse();
        assertThat(IntervalFilter.STANDARD.takes(interval(16, 12, 1_200))).isFalse();
        assertThat(IntervalFilter.STANDARD.takes(interval(16, 12, 4_600))).isFalse();
    }

    private static RefuelInterval interval(int hours, int cycles, double litres) {
        return new RefuelInterval("T1", null, at(0), at(hours * 60), cycles, Work.NONE, litres);
    }

    private static RefuelInterval between(double from, double to, HaulCycle... cycles) {
        return only(List.of(cycles), refuel(from, 0, 1), refuel(to, 0, 1));
    }

    private static RefuelInterval only(List<HaulCycle> cycles, Refuel... refuels) {
        List<RefuelInterval> intervals = RefuelIntervals.of(cycles, List.of(refuels));
        assertThat(intervals).hasSize(1);
        return intervals.get(0);
    }

    private static void assertAmount(RefuelInterval interval, WorkItem item, double amount) {
        assertThat(interval.work().amount(item)).as(item.column()).isEqualTo(amount, ROUNDING);
    }
}
