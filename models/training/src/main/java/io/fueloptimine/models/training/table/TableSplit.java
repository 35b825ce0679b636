package io.fueloptimine.models.training.table;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A table split by machine and time. The rows are not shuffled. Neighbouring rows of one truck are
 * so similar that a shuffled test set would contain almost the same rows as the training set.
 *
 * @param training the earlier rows of four of five machines
 * @param validation the later rows of the same machines, which determine the number of trees
 * @param test the later rows of the other machines, on which the accuracy is measured
 */
public record TableSplit(TrainingTable training, TrainingTable validation, TrainingTable test) {

    private static final int HELD_OUT_EVERY = 5;
    private static final int HELD_OUT_INDEX = 2;
    private static final double EARLIER_SHARE = 0.7;

    /**
     * Splits a table.
     *
     * @param leastExposure rows with less exposure are used for the test only
     */
    public static TableSplit of(TrainingTable table, double leastExposure) {
        Set<String> heldOut = heldOut(table);
        Instant later = timeAt(table, EARLIER_SHARE);
        return new TableSplit(
                table.where(
                        row ->
                                isForTraining(table, row, heldOut, leastExposure)
                                        && early(table, row, later)),
                table.where(
                        row ->
                                isForTraining(table, row, heldOut, leastExposure)
                                        && !early(table, row, later)),
                table.where(
                        row -> heldOut.contains(machine(table, row)) && !early(table, row, later)));
    }

    private static boolean isForTraining(
            TrainingTable table, int row, Set<String> heldOut, double leastExposure) {
        return !heldOut.contains(machine(table, row))
                && table.origins().get(row).exposure() >= leastExposure;
    }

    private static boolean early(TrainingTable table, int row, Instant later) {
        return table.origins().get(row).time().isBefore(later);
    }

    private static String machine(TrainingTable table, int row) {
        return table.origins().get(row).machineId();
    }

    /** The time before which the given share of the rows lies. */
    private static Instant timeAt(TrainingTable table, double share) {
        return table.origins().stream()
                .map(RowOrigin::time)
                .sorted(Comparator.naturalOrder())
                .skip((long) (table.rows() * share))
                .findFirst()
                .orElse(Instant.MAX);
    }

    /** The machines of the test set: every fifth machine of each class, in order of name. */
    private static Set<String> heldOut(TrainingTable table) {
        Map<String, Set<String>> machines = new TreeMap<>();
        for (RowOrigin origin : table.origins()) {
            machines.computeIfAbsent(origin.equipmentClass(), name -> new TreeSet<>())
                    .add(origin.machineId());
        }
        Set<String> heldOut = new HashSet<>();
        for (Set<String> ofClass : machines.values()) {
            String[] names = ofClass.toArray(String[]::new);
            IntStream.range(0, names.length)
                    .filter(index -> index % HELD_OUT_EVERY == HELD_OUT_INDEX)
                    .forEach(index -> heldOut.add(names[index]));
        }
        return heldOut;
    }
}
