package io.fueloptimine.models.dispatch.fleet;

import java.time.Instant;

/**
 * Event time of a fleet: the latest time that two different machines have reported. A single
 * machine whose clock runs ahead therefore does not advance the fleet's time. Immutable.
 *
 * @param leader the machine that reported the latest time; null before the first report
 * @param leaderAt the latest reported time (UTC)
 * @param at the fleet's time (UTC); null before two machines have reported
 * @param firstAt the earliest fleet time (UTC); null before two machines have reported
 */
public record FleetClock(String leader, Instant leaderAt, Instant at, Instant firstAt) {

    /** The clock before any report. */
    public static FleetClock unset() {
        return new FleetClock(null, null, null, null);
    }

    /** The clock after a machine has reported a time. */
    public FleetClock withReport(String machineId, Instant time) {
        if (leader == null || machineId.equals(leader)) {
            Instant latest = leaderAt == null || time.isAfter(leaderAt) ? time : leaderAt;
            return new FleetClock(machineId, latest, at, firstAt);
        }
        if (time.isAfter(leaderAt)) {
            return new FleetClock(machineId, time, later(at, leaderAt), first(leaderAt));
        }
        return new FleetClock(leader, leaderAt, later(at, time), first(time));
    }

    private Instant first(Instant time) {
        return firstAt == null ? time : firstAt;
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
