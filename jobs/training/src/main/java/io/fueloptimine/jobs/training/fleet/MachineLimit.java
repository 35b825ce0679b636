package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.models.mine.input.InvalidInputException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Limits the number of machines in a table, because state is kept for each: more means that the
 * mapping names another column. Not thread-safe.
 */
final class MachineLimit {

    /** The largest number of machines; a mine has some hundreds. */
    static final int MAX_MACHINES = 10_000;

    private final String column;
    private final Set<String> machines = new HashSet<>();

    /**
     * @param column the column with the machine
     */
    MachineLimit(String column) {
        this.column = column;
    }

    /**
     * Sees the machine of a row.
     *
     * @throws InvalidInputException when there are too many
     */
    void see(CsvRow row) {
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
