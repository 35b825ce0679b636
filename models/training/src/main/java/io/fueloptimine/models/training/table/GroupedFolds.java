package io.fueloptimine.models.training.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The folds of a cross-validation grouped by machine: no machine is in two, so that each is judged
 * by models that never saw it. The machines of each class are dealt in turn, by name, so that every
 * fold has some of every class that is large enough. Immutable.
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
     * Deals a table's machines.
     *
     * @param most the folds wanted, 2 or more; there are fewer when there are fewer machines
     * @throws IllegalArgumentException when there are not two machines to hold apart
     */
    public static GroupedFolds of(TrainingTable table, int most) {
        int folds = Math.min(most, table.machines());
        if (folds < 2) {
            throw new IllegalArgumentException(
                    table.machines()
                            + " machines in "
                            + most
                            + " folds: expected two or more of each");
        }
        Map<String, TreeSet<String>> classes = new TreeMap<>();
        for (RowOrigin origin : table.origins()) {
            classes.computeIfAbsent(origin.equipmentClass(), name -> new TreeSet<>())
                    .add(origin.machineId());
        }
        Map<String, Integer> dealt = new HashMap<>();
        for (TreeSet<String> machines : classes.values()) {
            machines.forEach(machine -> dealt.putIfAbsent(machine, dealt.size() % folds));
        }
        return new GroupedFolds(folds, dealt, table.origins());
    }

    /** How many folds there are. */
    public int count() {
        return count;
    }

    /** The fold of a row, from 0. */
    public int of(int row) {
        return foldOfMachine.get(origins.get(row).machineId());
    }
}
