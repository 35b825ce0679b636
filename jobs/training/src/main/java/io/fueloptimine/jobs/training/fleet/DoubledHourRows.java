package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvRow;
import io.fueloptimine.jobs.training.timestamp.DoubledHours;
import io.fueloptimine.jobs.training.timestamp.UnreadableValueException;
import io.fueloptimine.jobs.training.timestamp.WrittenTime;
import java.util.Set;
import java.util.TreeSet;

/** Passes the local times in the rows of a table to {@link DoubledHours}. */
public final class DoubledHourRows {

    private final MappedTable table;
    private final DoubledHours doubled;
    private final Set<String> columns;

    public DoubledHourRows(MappedTable table, DoubledHours doubled) {
        this.table = table;
        this.doubled = doubled;
        this.columns = new TreeSet<>(table.times().values());
        columns.add(table.time());
    }

    /** Passes the local times of a row on. Values that are not valid times are skipped. */
    public void see(CsvRow row) {
        if (!row.isTooLong()) {
            columns.forEach(column -> see(row, column));
        }
    }

    private void see(CsvRow row, String column) {
        try {
            String value = row.value(column);
            if (!value.isEmpty()) {
                WrittenTime time = table.timestamp().parse(value);
                if (time.offset().isEmpty()) {
                    doubled.see(row.value(table.machine()), column, time.local(), row.number());
                }
            }
        } catch (UnreadableValueException e) {
            // The row is left out when it is converted.
        }
    }
}
