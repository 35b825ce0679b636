package io.fueloptimine.jobs.backtest.fit;

import io.fueloptimine.jobs.backtest.records.MineRecords;
import io.fueloptimine.jobs.backtest.records.RecordedCycle;
import io.fueloptimine.jobs.backtest.records.RecordedShift;
import io.fueloptimine.models.mine.site.TruckClass;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is fitted to the records. Immutable.
 *
 * @param truckClasses the classes of the trucks, by name; their payloads are such that the mean
 *     loads are the recorded ones
 * @param lengths lengths of the ways, from all shifts
 * @param paces travel times, from the shifts of the fit
 * @param classPaces travel times of each class relative to all
 * @param spotting spotting times by loading unit
 * @param loading loading times by loading unit
 * @param faceHold how long a free unit holds a truck, without stops
 * @param dumpHold times in the queue by dump
 * @param dumping dumping times by dump
 * @param scales factors by which simulated and recorded sums were made equal
 */
public record RecordsFit(
        SortedMap<String, TruckClass> truckClasses,
        RoadLengths lengths,
        RoadPaces paces,
        ClassPaces classPaces,
        RecordedDurations spotting,
        RecordedDurations loading,
        RecordedDurations faceHold,
        RecordedDurations dumpHold,
        RecordedDurations dumping,
        FitScales scales) {

    /** Mean payload that the simulator draws, as a share of the nominal payload. */
    private static final double MEAN_LOAD_SHARE = 1.052;

    /**
     * The simulated tank, full at the beginning, lasts for the shift and four hours more: trucks
     * refuel in the recorded stops.
     */
    private static final double TANKS = 1.5;

    /**
     * Fits all but the scales.
     *
     * @param truckClasses the classes of the trucks as their makers describe them, by name
     * @param fitted the shifts to which paces and durations are fitted
     */
    public static RecordsFit of(
            MineRecords records,
            Map<String, TruckClass> truckClasses,
            Predicate<RecordedShift> fitted) {
        List<RecordedCycle> all =
                records.shifts().stream().flatMap(shift -> shift.cycles().stream()).toList();
        List<RecordedCycle> cycles =
                records.shifts().stream()
                        .filter(fitted)
                        .flatMap(shift -> shift.cycles().stream())
                        .toList();
        RoadLengths lengths = RoadLengths.of(all, records.elevations());
        RoadPaces paces = RoadPaces.of(cycles, lengths);
        SortedMap<String, TruckClass> classes = new TreeMap<>();
        for (String name : records.classNames()) {
            classes.put(name, loaded(truckClasses.get(name), all));
        }
        return new RecordsFit(
                Collections.unmodifiableSortedMap(classes),
                lengths,
                paces,
                ClassPaces.of(cycles, lengths, paces),
                RecordedDurations.of(cycles, RecordedCycle::unitId, RecordedCycle::spotS),
                RecordedDurations.of(cycles, RecordedCycle::unitId, RecordedCycle::loadingS),
                RecordedDurations.of(UnitStops.shortHolds(cycles)),
                RecordedDurations.of(UnitStops.dumpHolds(cycles)),
                RecordedDurations.of(cycles, RecordedCycle::dumpId, RecordedCycle::dumpingS),
                FitScales.NONE);
    }

    /** A copy with other scales. */
    public RecordsFit with(FitScales other) {
        return new RecordsFit(
                truckClasses,
                lengths,
                paces,
                classPaces,
                spotting,
                loading,
                faceHold,
                dumpHold,
                dumping,
                other);
    }

    /** The expected travel time of the mean truck on a way that has a length, s. */
    public double travelS(Road road) {
        return paces.seconds(road) * (road.loaded() ? scales.loadedTravel() : scales.emptyTravel());
    }

    /** The expected travel time of a class on a way that has a length, s. */
    public double travelS(Road road, String className) {
        return travelS(road) * classPaces.factor(className, road.loaded());
    }

    /** The class with the given mean load and a tank that lasts for the shift. */
    private static TruckClass loaded(TruckClass named, List<RecordedCycle> cycles) {
        double meanLoadT =
                cycles.stream()
                        .filter(cycle -> cycle.className().equals(named.name()))
                        .mapToDouble(RecordedCycle::payloadT)
                        .average()
                        .orElse(named.payloadT());
        return new TruckClass(
                named.name(),
                meanLoadT / MEAN_LOAD_SHARE,
                named.emptyMassT(),
                named.ratedPowerKw(),
                TANKS * named.tankL(),
                named.idleLph());
    }
}
