package io.fueloptimine.jobs.training.timestamp;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Resolves local times in an hour that occurs twice because the clocks are set back. If the rows of
 * a machine are in order of time, the local time decreases exactly once within this hour. Rows
 * before the decrease belong to the first occurrence of the hour, later rows to the second. If the
 * local time does not decrease, or the rows are in another order, the occurrence is unknown.
 *
 * <p>All rows must be added before the first call of {@link #pass}. Not thread-safe while rows are
 * added.
 */
public final class DoubledHours {

    private final ZoneId zone;
    private final Map<Series, Progress> progress = new HashMap<>();
    private final Map<Hour, Rows> hours = new HashMap<>();

    public DoubledHours(ZoneId zone) {
        this.zone = zone;
    }

    /** Whether the time zone can have hours that occur twice. */
    public boolean exist() {
        return !zone.getRules().isFixedOffset();
    }

    /**
     * Adds a local time.
     *
     * @param row the number of the row; the caller must add rows in the order of the files
     */
    public void see(String machine, String column, LocalDateTime local, long row) {
        Series series = new Series(machine, column);
        Progress before = progress.computeIfAbsent(series, unused -> new Progress());
        ZoneOffsetTransition change = overlap(local);
        if (change == null) {
            before.leave(local);
            return;
        }
        Hour hour = new Hour(series, change.getInstant());
        Rows rows = hours.get(hour);
        if (rows == null) {
            rows = new Rows(change, before.last);
            hours.put(hour, rows);
        } else {
            rows.add(local, row, before.within == rows);
        }
        rows.last = local;
        before.last = local;
        before.within = rows;
    }

    /**
     * The occurrence of the hour to which a local time belongs: 0 for the first, 1 for the second;
     * empty when the occurrence is unknown.
     */
    OptionalInt pass(String machine, String column, LocalDateTime local, long row) {
        Instant change = zone.getRules().getTransition(local).getInstant();
        Rows rows = hours.get(new Hour(new Series(machine, column), change));
        return rows == null || rows.disordered || rows.firstOfSecondPass < 0
                ? OptionalInt.empty()
                : OptionalInt.of(row < rows.firstOfSecondPass ? 0 : 1);
    }

    private ZoneOffsetTransition overlap(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isOverlap() ? change : null;
    }

    private record Series(String machine, String column) {}

    private record Hour(Series series, Instant change) {}

    /** The last row of a machine that was added. */
    private static final class Progress {

        private LocalDateTime last;
        private Rows within;

        /**
         * Adds a row outside the repeated hour. If the row is before this hour, the rows are in
         * reverse order.
         */
        private void leave(LocalDateTime local) {
            if (within != null && local.isBefore(within.start)) {
                within.disordered = true;
            }
            within = null;
            last = local;
        }
    }

    /** The rows of a machine within one repeated hour. */
    private static final class Rows {

        private final LocalDateTime start;
        private LocalDateTime last;
        private long firstOfSecondPass = -1;
        private boolean disordered;

        /**
         * @param before the machine's last row before this hour; null when there is no such row
         */
        Rows(ZoneOffsetTransition change, LocalDateTime before) {
            start = change.getDateTimeAfter();
            disordered = before != null && before.isAfter(start);
        }

        private void add(LocalDateTime local, long row, boolean consecutive) {
            boolean falls = local.isBefore(last);
            disordered |= !consecutive || falls && firstOfSecondPass >= 0;
            if (falls && firstOfSecondPass < 0) {
                firstOfSecondPass = row;
            }
        }
    }
}
