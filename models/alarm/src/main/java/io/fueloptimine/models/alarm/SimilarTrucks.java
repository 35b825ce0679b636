package io.fueloptimine.models.alarm;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the trucks of one class of a site burnt in one minute, and what was expected. Immutable.
 *
 * @param burntL litres burnt, by machine
 * @param expectedL litres expected, by machine
 */
public record SimilarTrucks(Map<String, Double> burntL, Map<String, Double> expectedL) {

    public static final SimilarTrucks NONE = new SimilarTrucks(Map.of(), Map.of());

    /** A copy with a further machine. */
    public SimilarTrucks with(String machineId, double burnt, double expected) {
        Map<String, Double> moreBurnt = new TreeMap<>(burntL);
        moreBurnt.put(machineId, burnt);
        Map<String, Double> moreExpected = new TreeMap<>(expectedL);
        moreExpected.put(machineId, expected);
        return new SimilarTrucks(moreBurnt, moreExpected);
    }

    /** A copy with the litres of another minute added. */
    public SimilarTrucks plus(SimilarTrucks other) {
        Map<String, Double> sumBurnt = new TreeMap<>(burntL);
        other.burntL.forEach((machine, litres) -> sumBurnt.merge(machine, litres, Double::sum));
        Map<String, Double> sumExpected = new TreeMap<>(expectedL);
        other.expectedL.forEach(
                (machine, litres) -> sumExpected.merge(machine, litres, Double::sum));
        return new SimilarTrucks(sumBurnt, sumExpected);
    }

    /** The number of machines other than the given one. */
    public int othersOf(String machineId) {
        return burntL.size() - (burntL.containsKey(machineId) ? 1 : 0);
    }

    /** Litres burnt over expected minus 1, of all machines other than the given one. */
    public double ratioOfOthers(String machineId) {
        return sumOfOthers(burntL, machineId) / sumOfOthers(expectedL, machineId) - 1;
    }

    private static double sumOfOthers(Map<String, Double> litres, String machineId) {
        return litres.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(machineId))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
