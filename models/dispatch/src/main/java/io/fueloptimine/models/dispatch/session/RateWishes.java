package io.fueloptimine.models.dispatch.session;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rates of a session are to reach. Immutable.
 *
 * @param trucks number of trucks by class
 * @param down the numbers of the loading units that are down
 * @param faces the rate that the dig plan requires of each face, t/h
 * @param priorities the priority of each face, 1 for the first
 * @param destinations the numbers of the dumps to which a loading unit may send its material, by
 *     unit; a unit that is missing may use all
 * @param utilisation the share of its time that a loading unit or dump can be used
 * @param dumpS time at a dump, s
 */
record RateWishes(
        double[] trucks,
        Set<Integer> down,
        Map<String, Double> faces,
        Map<String, Integer> priorities,
        Map<Integer, List<Integer>> destinations,
        double utilisation,
        double dumpS) {

    /** Chosen: a tonne of a face that must come is worth this many others. */
    private static final double FIRST_PRIORITY = 2;

    boolean up(int unit) {
        return !down.contains(unit);
    }

    boolean allows(int unit, int dump) {
        List<Integer> allowed = destinations.get(unit);
        return allowed == null || allowed.contains(dump);
    }

    /** By how many tonnes beyond the dig plan a tonne of a face's target is replaced. */
    double shortfallFactor(String faceId) {
        int last = priorities.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        int rank = Math.min(6, last - priorities.getOrDefault(faceId, 1));
        return FIRST_PRIORITY * Math.pow(3, rank);
    }
}
