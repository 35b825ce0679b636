package io.fueloptimine.connectors.parquet;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/**
 * The dates of which a subtask has open files. Their number is limited, because each open file
 * needs about 800 KB of memory, and one sender can send readings of any number of past days. The
 * bucket assigner and the rolling policy of one sink share an instance. Not thread-safe; only the
 * sink's task uses it.
 */
final class OpenDates implements Serializable {

    /** The greatest number of open files of a subtask and table. */
    static final int MAX_DATES = 200;

    private static final long serialVersionUID = 1L;

    private transient Set<String> open;

    /** Whether records of the date may have a file; if so, the date is open. */
    boolean open(String date) {
        if (open == null) {
            open = new HashSet<>();
        }
        if (open.size() >= MAX_DATES && !open.contains(date)) {
            return false;
        }
        open.add(date);
        return true;
    }

    /** The file of the date is closed. */
    void close(String date) {
        if (open != null) {
            open.remove(date);
        }
    }
}
