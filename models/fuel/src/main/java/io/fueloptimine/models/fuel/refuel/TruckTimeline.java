package io.fueloptimine.models.fuel.refuel;

import static io.fueloptimine.models.fuel.refuel.WorkSpan.overlapS;
import static io.fueloptimine.models.fuel.refuel.WorkSpan.seconds;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.Refuel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The cycles of one truck as spans of work, with spans for the times between cycles, for which
 * there is no record. A cycle with a missing time is left out. Negative durations count as 0.
 */
final class TruckTimeline {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double SHORT_STOP_H = 0.5;
    private static final double METRES_PER_KM = 1_000;
    private static final double TM_PER_KTKM = 1e6;

    /** The shortest gap between two cycles in which an unrecorded haul is assumed, h. */
    private static final double SHORTEST_HAUL_GAP_H = 0.5;

    private final List<Refuel> refuels;
    private final List<WorkSpan> spans = new ArrayList<>();

    /**
     * @param cycles the cycles of the truck in order of time
     * @param refuels the refuellings of the truck
     */
    TruckTimeline(List<HaulCycle> cycles, List<Refuel> refuels) {
        this.refuels = refuels;
        HaulCycle last = null;
        for (HaulCycle cycle : cycles) {
            if (!isTimed(cycle)) {
                continue;
            }
            if (last != null && cycle.assignedAt().isAfter(last.emptyAt())) {
                addGap(last, cycle);
            }
            addCycle(cycle);
            last = cycle;
        }
    }

    /** The work between two times. */
    Work within(Instant after, Instant until) {
        return spans.stream().map(span -> span.within(after, until)).reduce(Work.NONE, Work::plus);
    }

    private static boolean isTimed(HaulCycle cycle) {
        return cycle.assignedAt() != null
                && cycle.loadArrivedAt() != null
                && cycle.fullAt() != null
                && cycle.dumpArrivedAt() != null
                && cycle.emptyAt() != null;
    }

    private void addCycle(HaulCycle cycle) {
        addLeg(
                cycle.assignedAt(),
                cycle.loadArrivedAt(),
                WorkItem.EMPTY_H,
                cycle.emptyTravelS(),
                emptyHaul(cycle));
        addStand(
                cycle.loadArrivedAt(),
                cycle.fullAt(),
                cycle.loadQueueS(),
                cycle.spotS(),
                cycle.loadingS());
        addLeg(
                cycle.fullAt(),
                cycle.dumpArrivedAt(),
                WorkItem.LOADED_H,
                cycle.fullTravelS(),
                loadedHaul(cycle));
        addStand(cycle.dumpArrivedAt(), cycle.emptyAt(), cycle.dumpQueueS(), cycle.dumpingS());
    }

    private static Map<WorkItem, Double> emptyHaul(HaulCycle cycle) {
        Map<WorkItem, Double> way = new EnumMap<>(WorkItem.class);
        way.put(WorkItem.EMPTY_KM, cycle.emptyDistanceM() / METRES_PER_KM);
        return way;
    }

    private static Map<WorkItem, Double> loadedHaul(HaulCycle cycle) {
        double climbM = cycle.liftM() == null ? 0 : atLeastZero(cycle.liftM());
        Map<WorkItem, Double> way = new EnumMap<>(WorkItem.class);
        way.put(WorkItem.CLIMB_KTKM, cycle.payloadT() * climbM / TM_PER_KTKM);
        way.put(WorkItem.LOADED_KTKM, cycle.payloadT() * cycle.fullDistanceM() / TM_PER_KTKM);
        return way;
    }

    /**
     * Adds the driving time of a leg; the remaining time of the leg, except refuelling, is added as
     * stops.
     */
    private void addLeg(
            Instant from,
            Instant to,
            WorkItem driving,
            double travelS,
            Map<WorkItem, Double> amounts) {
        double refuellingS =
                refuels.stream()
                        .mapToDouble(r -> overlapS(from, to, r.startedAt(), endOf(r)))
                        .sum();
        double underwayS = atLeastZero(seconds(from, to) - refuellingS);
        double drivingS = Math.min(atLeastZero(travelS), underwayS);
        double stopH = (underwayS - drivingS) / SECONDS_PER_HOUR;
        amounts.put(driving, drivingS / SECONDS_PER_HOUR);
        amounts.put(WorkItem.SHORT_STOP_H, Math.min(SHORT_STOP_H, stopH));
        amounts.put(WorkItem.LONG_STOP_H, atLeastZero(stopH - SHORT_STOP_H));
        spans.add(new WorkSpan(from, to, refuellingS, Work.of(amounts)));
    }

    private void addStand(Instant from, Instant to, double... standingS) {
        double hours =
                Arrays.stream(standingS).map(TruckTimeline::atLeastZero).sum() / SECONDS_PER_HOUR;
        spans.add(new WorkSpan(from, to, 0, Work.of(WorkItem.AT_LOADER_OR_DUMP_H, hours)));
    }

    private void addGap(HaulCycle before, HaulCycle after) {
        double hours = seconds(before.emptyAt(), after.assignedAt()) / SECONDS_PER_HOUR;
        Map<WorkItem, Double> amounts = new EnumMap<>(WorkItem.class);
        amounts.put(WorkItem.UNSEEN_FIRST_H, between(0, hours, 1));
        amounts.put(WorkItem.UNSEEN_SECOND_H, between(1, hours, 2));
        amounts.put(WorkItem.UNSEEN_THIRD_FOURTH_H, between(2, hours, 4));
        amounts.put(WorkItem.UNSEEN_LATER_H, atLeastZero(hours - 4));
        spans.add(new WorkSpan(before.emptyAt(), after.assignedAt(), 0, Work.of(amounts)));
        if (hours >= SHORTEST_HAUL_GAP_H) {
            addUnrecordedHaul(before, after);
        }
    }

    /**
     * Adds an unrecorded haul in the middle of the gap between two cycles, because the time of the
     * haul is unknown.
     */
    private void addUnrecordedHaul(HaulCycle before, HaulCycle after) {
        double kilometres = (before.fullDistanceM() + after.fullDistanceM()) / 2 / METRES_PER_KM;
        double untilMiddleS = seconds(before.emptyAt(), after.assignedAt()) / 2;
        Instant middle = before.emptyAt().plusSeconds((long) untilMiddleS);
        spans.add(new WorkSpan(middle, middle, 0, Work.of(WorkItem.UNSEEN_HAUL_KM, kilometres)));
    }

    /** The end of a refuelling. */
    static Instant endOf(Refuel refuel) {
        return refuel.startedAt().plusMillis((long) (atLeastZero(refuel.durationS()) * 1_000));
    }

    private static double between(double from, double hours, double to) {
        return Math.min(atLeastZero(hours - from), to - from);
    }

    private static double atLeastZero(double value) {
        return Math.max(0, value);
    }
}
