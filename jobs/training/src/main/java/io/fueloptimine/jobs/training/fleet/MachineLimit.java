package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Limits the number of machines in a table, because memory is needed for each machine. More
 * machines indicate that the mapping names a wrong column. Not thread-safe.
 */
public final class MachineLimit {

    /** The largest number of machines; a mine has a few hundred machines. */
    static final int MAX_MACHINES = 10_000;

    private final String column;
    private final Set<String> machines = new HashSet<>();

    /**
     * @param column the column that contains the machine's id
     */
    public MachineLimit(String column) {
        this.column = column;
    }

    /**
     * Counts the machine of a row.
     *
     * @throws InvalidInputException when there are too many machines
     */
    public void see(CsvRow row) {
        machines.add(row.value(column));
        if (machines.size() > MAX_MACHINES) {
            throw new InvalidInputException(
                    String.format(
                            Locale.ROOT,
                            "fleet records %s: the column %s has more than %d machines up to line %d, expected the column with the machine",
                            row.position().file(),
                            column,
                            MAX_MACHINES,
                            row.position().line()));
        }
    }
}
