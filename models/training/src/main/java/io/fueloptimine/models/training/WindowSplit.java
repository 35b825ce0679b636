package io.fueloptimine.models.training;

import io.fueloptimine.models.mine.FuelWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Windows split by machine and by time, never shuffled: neighbouring minutes of one truck are so
 * alike that a shuffled test knows its answers.
 *
 * @param training most machines, earlier
 * @param validation the same machines, later: says how many trees to keep
 * @param test machines never trained on, later: says what the model is worth
 */
record WindowSplit(List<FuelWindow> training, List<FuelWindow> validation, List<FuelWindow> test) {

    private static final int HELD_OUT_EVERY = 5;
    private static final int HELD_OUT_INDEX = 2;
    private static final double EARLIER_SHARE = 0.7;

    /** Half-seen minutes are noise to learn from; they are still judged. */
    private static final double LEAST_COVERED_S = 30;

    /** Splits windows that are in order of time. */
    static WindowSplit of(List<FuelWindow> ordered) {
        Set<String> heldOut = heldOut(ordered);
        Instant later = ordered.get((int) (ordered.size() * EARLIER_SHARE)).start();
        WindowSplit split =
                new WindowSplit(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (FuelWindow window : ordered) {
            boolean early = window.start().isBefore(later);
            if (!heldOut.contains(window.machineId()) && window.coveredS() >= LEAST_COVERED_S) {
                (early ? split.training : split.validation).add(window);
            } else if (heldOut.contains(window.machineId()) && !early) {
                split.test.add(window);
            }
        }
        return split;
    }

    /** Every fifth machine of each class, by name. */
    private static Set<String> heldOut(List<FuelWindow> windows) {
        Map<String, Set<String>> machines = new TreeMap<>();
        windows.forEach(
                window ->
                        machines.computeIfAbsent(window.equipmentClass(), name -> new TreeSet<>())
                                .add(window.machineId()));
        Set<String> heldOut = new HashSet<>();
        for (Set<String> ofClass : machines.values()) {
            int index = 0;
            for (String machine : ofClass) {
                if (index++ % HELD_OUT_EVERY == HELD_OUT_INDEX) {
                    heldOut.add(machine);
                }
            }
        }
        return heldOut;
    }
}
