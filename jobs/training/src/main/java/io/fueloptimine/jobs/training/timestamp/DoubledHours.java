package io.fueloptimine.jobs.training.timestamp;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Finds out which pass of an hour that comes twice, when the clocks go back, a local time belongs
 * to. If the rows of a machine are in order of time, their local times fall once within this hour:
 * rows before that are of the first pass, rows from there on of the second. If they do not fall, or
 * the rows are in another order, the pass is unknown.
 *
 * <p>All rows must be added before the first query. Not thread-safe while rows are added.
 */
public final class DoubledHours {

    private final ZoneId zone;
    private final Map<Series, Progress> progress = new HashMap<>();
    private final Map<Hour, Rows> hours = new HashMap<>();

    public DoubledHours(ZoneId zone) {
        this.zone = zone;
    }

    /** Whether the zone has hours that come twice. */
    public boolean exist() {
        return !zone.getRules().isFixedOffset();
    }

    /**
     * Sees a local time.
     *
     * @param row the number of its row; rows must be given in the order of the files
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

    /** 0 for the first pass, 1 for the second; empty when it is unknown. */
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

    /** The last row of a machine. */
    private static final class Progress {

        private LocalDateTime last;
        private Rows within;

        /** A row outside of such an hour: before it, if the rows are in reverse order. */
        private void leave(LocalDateTime local) {
            if (within != null && local.isBefore(within.start)) {
                within.disordered = true;
            }
            within = null;
            last = local;
        }
    }

    /** The rows of a machine within one such hour. */
    private static final class Rows {

        private final LocalDateTime start;
        private LocalDateTime last;
        private long firstOfSecondPass = -1;
        private boolean disordered;

        /**
         * @param before the machine's row before this hour; null when there is none
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
