package io.fueloptimine.jobs.backtest.records;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The haul cycles that a mine recorded, by shift.
 *
 * <p>Shifts of twelve hours begin at 08:00 and 20:00 of the mine's local time. A cycle belongs to
 * the shift in which its truck was assigned. A cycle without places, unit or times is left out,
 * counted and named by {@link #lines}.
 *
 * @param site the mine
 * @param shifts the shifts in the order of time
 * @param elevations elevations of the places, m
 * @param lines what was left out, in words
 */
public record MineRecords(
        String site,
        List<RecordedShift> shifts,
        Map<String, Double> elevations,
        List<String> lines) {

    public MineRecords {
        shifts = List.copyOf(shifts);
        elevations = Map.copyOf(elevations);
        lines = List.copyOf(lines);
    }

    /**
     * The records of some haul cycles.
     *
     * @param source the origin of the cycles, for messages
     * @param zone the time zone in which shifts begin at 08:00 and 20:00
     * @param classOf the class of a cycle's truck
     * @param lines what was left out before, in words
     * @throws InvalidInputException when no cycle is complete
     */
    static MineRecords of(
            String source,
            String site,
            ZoneId zone,
            List<HaulCycle> cycles,
            Function<HaulCycle, String> classOf,
            Map<String, Double> elevations,
            List<String> lines) {
        List<HaulCycle> usable = cycles.stream().filter(MineRecords::complete).toList();
        if (usable.isEmpty()) {
            throw new InvalidInputException(
                    source
                            + " has no complete haul cycle, expected truck, loading unit, face, dump, times in"
                            + " order and tonnes");
        }
        List<String> all = new ArrayList<>(lines);
        if (usable.size() < cycles.size()) {
            all.add(
                    cycles.size()
                            - usable.size()
                            + " cycles left out: loading unit, places or times are missing, or"
                            + " they are not in the order of time");
        }
        return new MineRecords(
                site, shifts(usable, classOf, new ShiftCalendar(zone)), elevations, all);
    }

    /** Number of haul cycles. */
    public int cycles() {
        return shifts.stream().mapToInt(shift -> shift.cycles().size()).sum();
    }

    /** The classes of the trucks, by name. */
    public SortedSet<String> classNames() {
        SortedSet<String> names = new TreeSet<>();
        shifts.forEach(shift -> shift.cycles().forEach(cycle -> names.add(cycle.className())));
        return names;
    }

    private static boolean complete(HaulCycle cycle) {
        return cycle.loadingUnitId() != null
                && cycle.loadLocationId() != null
                && cycle.dumpLocationId() != null
                && cycle.assignedAt() != null
                && cycle.loadArrivedAt() != null
                && cycle.fullAt() != null
                && cycle.dumpArrivedAt() != null
                && cycle.assignedAt().isBefore(cycle.emptyAt())
                && cycle.payloadT() > 0;
    }

    private static List<RecordedShift> shifts(
            List<HaulCycle> cycles, Function<HaulCycle, String> classOf, ShiftCalendar calendar) {
        Map<Instant, List<RecordedCycle>> byStart = new TreeMap<>();
        Map<String, RecordedCycle> last = new HashMap<>();
        cycles.stream()
                .sorted(Comparator.comparing(HaulCycle::emptyAt).thenComparing(HaulCycle::truckId))
                .forEach(
                        cycle -> {
                            Instant start = calendar.startOf(cycle.assignedAt());
                            RecordedCycle before = last.get(cycle.truckId());
                            boolean sameShift =
                                    before != null
                                            && start.equals(calendar.startOf(before.assignedAt()));
                            RecordedCycle recorded =
                                    of(cycle, classOf.apply(cycle))
                                            .after(
                                                    before == null
                                                            ? cycle.dumpLocationId()
                                                            : before.dumpId(),
                                                    sameShift
                                                            ? before.emptyAt()
                                                            : cycle.assignedAt());
                            last.put(cycle.truckId(), recorded);
                            byStart.computeIfAbsent(start, at -> new ArrayList<>()).add(recorded);
                        });
        List<RecordedShift> shifts = new ArrayList<>();
        byStart.forEach(
                (start, list) ->
                        shifts.add(
                                new RecordedShift(
                                        calendar.name(start), shifts.size() + 1, start, list)));
        return shifts;
    }

    private static RecordedCycle of(HaulCycle cycle, String className) {
        return new RecordedCycle(
                cycle.truckId(),
                className,
                cycle.loadingUnitId(),
                cycle.loadLocationId(),
                cycle.dumpLocationId(),
                cycle.dumpLocationId(),
                cycle.assignedAt(),
                cycle.loadArrivedAt(),
                cycle.fullAt(),
                cycle.dumpArrivedAt(),
                cycle.emptyAt(),
                cycle.payloadT(),
                positive(cycle.emptyTravelS()),
                positive(cycle.loadQueueS()),
                positive(cycle.spotS()),
                positive(cycle.loadingS()),
                positive(cycle.fullTravelS()),
                positive(cycle.dumpQueueS()),
                positive(cycle.dumpingS()),
                cycle.emptyDistanceM(),
                cycle.fullDistanceM(),
                0);
    }

    /** Durations that are missing or negative count as zero; their time then is a stop. */
    private static double positive(double seconds) {
        return seconds > 0 ? seconds : 0;
    }
}
