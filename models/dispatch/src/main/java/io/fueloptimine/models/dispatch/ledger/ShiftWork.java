package io.fueloptimine.models.dispatch.ledger;

import io.fueloptimine.models.mine.consumption.HaulCycle;
import io.fueloptimine.models.mine.reading.ProductionState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What the haul trucks of a mine did and burnt in one shift. The work of one truck has the same
 * form, so that the work of a fleet is the sum over its trucks. Immutable.
 *
 * @param site the mine
 * @param start start of the shift (UTC), inclusive
 * @param end end of the shift (UTC), exclusive
 * @param coveredH truck hours that fuel readings cover, h
 * @param litres litres by activity
 * @param hauls loads by face and dump, as text {@code FACE>DUMP}
 * @param emptyTrips number of empty trips by dump and next face, as text {@code DUMP>FACE}
 * @param cycles sums for the fit of litres per tonne
 */
public record ShiftWork(
        String site,
        Instant start,
        Instant end,
        double coveredH,
        ActivityLitres litres,
        Map<String, HaulWork> hauls,
        Map<String, Integer> emptyTrips,
        CycleSums cycles) {

    private static final String TO = ">";

    /** A shift without work. */
    public static ShiftWork none(String site, Instant start, Instant end) {
        return new ShiftWork(
                site, start, end, 0, ActivityLitres.NONE, Map.of(), Map.of(), CycleSums.NONE);
    }

    /** Adds litres that a truck burnt in a state within covered seconds. */
    public ShiftWork with(ProductionState state, double addedL, double coveredS) {
        return new ShiftWork(
                site,
                start,
                end,
                coveredH + coveredS / 3_600,
                litres.plus(ActivityLitres.of(state, addedL)),
                hauls,
                emptyTrips,
                cycles);
    }

    /**
     * Adds a cycle.
     *
     * @param previousDumpId the dump at which the truck dumped before; null when unknown
     */
    public ShiftWork with(HaulCycle cycle, String previousDumpId) {
        String haul = cycle.loadLocationId() + TO + cycle.dumpLocationId();
        Map<String, Integer> trips =
                previousDumpId == null
                        ? emptyTrips
                        : merged(
                                emptyTrips,
                                Map.of(previousDumpId + TO + cycle.loadLocationId(), 1),
                                Integer::sum);
        return new ShiftWork(
                site,
                start,
                end,
                coveredH,
                litres,
                merged(hauls, Map.of(haul, HaulWork.of(cycle)), HaulWork::plus),
                trips,
                cycles.plus(CycleSums.of(cycle)));
    }

    /** The work of this and of other trucks in the same shift. */
    public ShiftWork plus(ShiftWork other) {
        return new ShiftWork(
                site,
                start,
                end,
                coveredH + other.coveredH,
                litres.plus(other.litres),
                merged(hauls, other.hauls, HaulWork::plus),
                merged(emptyTrips, other.emptyTrips, Integer::sum),
                cycles.plus(other.cycles));
    }

    /** Everything hauled. */
    public HaulWork hauled() {
        return hauls.values().stream().reduce(new HaulWork(0, 0, 0, 0, 0), HaulWork::plus);
    }

    /** Tonnes hauled, t. */
    public double tonnes() {
        return hauled().tonnes();
    }

    /** The place before {@code >} in the key of a haul or of an empty trip. */
    static String from(String key) {
        return key.substring(0, key.indexOf(TO));
    }

    /** The place after {@code >} in the key of a haul or of an empty trip. */
    static String to(String key) {
        return key.substring(key.indexOf(TO) + 1);
    }

    private static <T> Map<String, T> merged(
            Map<String, T> one, Map<String, T> other, BinaryOperator<T> sum) {
        Map<String, T> both = new TreeMap<>(one);
        other.forEach((key, value) -> both.merge(key, value, sum));
        return new LinkedHashMap<>(both);
    }
}
