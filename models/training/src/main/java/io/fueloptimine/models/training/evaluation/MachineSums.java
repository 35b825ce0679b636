package io.fueloptimine.models.training.evaluation;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The error sums of each machine, in the order of the machines' names. */
final class MachineSums {

    private final List<ErrorSums> machines;

    private MachineSums(List<ErrorSums> machines) {
        this.machines = machines;
    }

    static MachineSums of(List<PredictedRow> rows, double mapeFloorL) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one row to evaluate");
        }
        if (!(mapeFloorL > 0)) {
            throw new IllegalArgumentException("mapeFloorL must be above 0, was " + mapeFloorL);
        }
        SortedMap<String, ErrorSums> machines = new TreeMap<>();
        for (PredictedRow row : rows) {
            machines.computeIfAbsent(row.machineId(), id -> new ErrorSums()).add(row, mapeFloorL);
        }
        return new MachineSums(List.copyOf(machines.values()));
    }

    int machines() {
        return machines.size();
    }

    ErrorSums whole() {
        ErrorSums whole = new ErrorSums();
        machines.forEach(whole::add);
        return whole;
    }

    /** The sums over the drawn machines. A machine that was drawn twice counts twice. */
    ErrorSums of(int[] drawn) {
        ErrorSums sums = new ErrorSums();
        for (int machine : drawn) {
            sums.add(machines.get(machine));
        }
        return sums;
    }
}
