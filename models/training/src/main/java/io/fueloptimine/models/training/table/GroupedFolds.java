package io.fueloptimine.models.training.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The folds of a cross-validation grouped by machine: each machine is in one fold only, so that it
 * is predicted by a model that was not trained on this machine. The machines of each class are
 * assigned to the folds in turn, by name, so that classes are spread evenly. Immutable.
 */
public final class GroupedFolds {

    private final int count;
    private final Map<String, Integer> foldOfMachine;
    private final List<RowOrigin> origins;

    private GroupedFolds(int count, Map<String, Integer> foldOfMachine, List<RowOrigin> origins) {
        this.count = count;
        this.foldOfMachine = foldOfMachine;
        this.origins = origins;
    }

    /**
     * Assigns the machines of a table to folds.
     *
     * @param most the number of folds, 2 or more; reduced to the number of machines if there are
     *     fewer
     * @throws IllegalArgumentException when there are fewer than two machines or folds
     */
    public static GroupedFolds of(TrainingTable table, int most) {
        return deal(table, most, machines -> machines);
    }

    /**
     * Assigns the machines of a table to folds in random order, to measure how much results depend
     * on the assignment.
     *
     * @see #of(TrainingTable, int)
     */
    public static GroupedFolds shuffled(TrainingTable table, int most, long seed) {
        Random random = new Random(seed);
        return deal(
                table,
                most,
                machines -> {
                    List<String> order = new ArrayList<>(machines);
                    Collections.shuffle(order, random);
                    return order;
                });
    }

    private static GroupedFolds deal(
            TrainingTable table, int most, UnaryOperator<Collection<String>> order) {
        int folds = Math.min(most, table.machines());
        if (folds < 2) {
            throw new IllegalArgumentException(
                    table.machines()
                            + " machines in "
                            + most
                            + " folds: expected two or more of each");
        }
        Map<String, Collection<String>> classes = new TreeMap<>();
        for (RowOrigin origin : table.origins()) {
            classes.computeIfAbsent(origin.equipmentClass(), name -> new TreeSet<>())
                    .add(origin.machineId());
        }
        Map<String, Integer> dealt = new HashMap<>();
        for (Collection<String> machines : classes.values()) {
            order.apply(machines)
                    .forEach(machine -> dealt.putIfAbsent(machine, dealt.size() % folds));
        }
        return new GroupedFolds(folds, dealt, table.origins());
    }

    /** The number of folds. */
    public int count() {
        return count;
    }

    /** The fold of a row, from 0. */
    public int of(int row) {
        return foldOfMachine.get(origins.get(row).machineId());
    }
}
