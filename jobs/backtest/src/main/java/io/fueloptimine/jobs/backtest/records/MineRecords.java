package io.fueloptimine.jobs.backtest.records;

import io.fueloptimine.jobs.training.csv.InputReport;
import io.fueloptimine.jobs.training.fleet.Elevations;
import io.fueloptimine.jobs.training.fleet.FleetHistory;
import io.fueloptimine.jobs.training.fleet.FleetMapping;
import io.fueloptimine.models.mine.HaulCycle;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

    private static final LocalTime DAY_SHIFT = LocalTime.of(8, 0);
    private static final long SHIFT_S = 12 * 3_600;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    public MineRecords {
        shifts = List.copyOf(shifts);
        elevations = Map.copyOf(elevations);
        lines = List.copyOf(lines);
    }

    /**
     * Reads the records in a folder.
     *
     * @throws InvalidInputException when a file or a mapped column is missing, or the mapping names
     *     no class of the trucks
     */
    public static MineRecords read(Path folder, FleetMapping mapping) {
        FleetHistory history = FleetHistory.readCycles(folder, mapping);
        List<String> lines = new ArrayList<>(history.report().lines());
        List<HaulCycle> usable = history.cycles().stream().filter(MineRecords::complete).toList();
        if (usable.size() < history.cycles().size()) {
            lines.add(
                    history.cycles().size()
                            - usable.size()
                            + " cycles left out: loading unit, places or times are missing, or"
                            + " they are not in the order of time");
        }
        if (usable.isEmpty()) {
            throw new InvalidInputException(
                    "fleet records " + folder + " contain no complete haul cycle");
        }
        Elevations elevations = Elevations.read(folder, mapping.locations(), new InputReport());
        Map<String, Double> metres = new HashMap<>();
        for (HaulCycle cycle : usable) {
            for (String place : List.of(cycle.loadLocationId(), cycle.dumpLocationId())) {
                elevations.metres(place).ifPresent(m -> metres.put(place, m));
            }
        }
        return new MineRecords(mapping.site(), shifts(usable, mapping), metres, lines);
    }

    /** The classes of the trucks, by name. */
    public SortedSet<String> classNames() {
        SortedSet<String> names = new TreeSet<>();
        shifts.forEach(shift -> shift.cycles().forEach(cycle -> names.add(cycle.className())));
        return names;
    }

    private static String classOf(HaulCycle cycle, FleetMapping mapping) {
        String name =
                cycle.equipmentClass() == null ? mapping.equipmentClass() : cycle.equipmentClass();
        if (name == null) {
            throw new InvalidInputException(
                    "the fleet mapping names no equipmentClass, expected the class of the trucks");
        }
        return name;
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

    private static List<RecordedShift> shifts(List<HaulCycle> cycles, FleetMapping mapping) {
        ZoneId zone = mapping.zone();
        Map<Instant, List<RecordedCycle>> byStart = new TreeMap<>();
        Map<String, RecordedCycle> last = new HashMap<>();
        cycles.stream()
                .sorted(Comparator.comparing(HaulCycle::emptyAt))
                .forEach(
                        cycle -> {
                            Instant start = shiftStart(cycle.assignedAt(), zone);
                            RecordedCycle before = last.get(cycle.truckId());
                            boolean sameShift =
                                    before != null
                                            && start.equals(shiftStart(before.assignedAt(), zone));
                            RecordedCycle recorded =
                                    of(cycle, classOf(cycle, mapping))
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
                                        name(start, zone), shifts.size() + 1, start, list)));
        return shifts;
    }

    private static String name(Instant start, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        return DATE.format(local) + (local.toLocalTime().equals(DAY_SHIFT) ? " day" : " night");
    }

    private static Instant shiftStart(Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        LocalDateTime day = local.toLocalDate().atTime(DAY_SHIFT);
        long shift = Math.floorDiv(Duration.between(day, local).toSeconds(), SHIFT_S);
        return day.plusSeconds(shift * SHIFT_S).atZone(zone).toInstant();
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
