package io.fueloptimine.models.dispatch;

import java.time.Instant;

/**
 * The fleet's time: the latest that two different machines have told, so that one machine whose
 * clock runs ahead does not carry the rest with it. Immutable.
 *
 * @param leader the machine that told the latest time; null before any did
 * @param leaderAt that time (UTC)
 * @param at the fleet's time (UTC); null before two machines spoke
 * @param firstAt the earliest fleet time (UTC); null before two machines spoke
 */
public record FleetClock(String leader, Instant leaderAt, Instant at, Instant firstAt) {

    /** Before anything was heard. */
    public static FleetClock unset() {
        return new FleetClock(null, null, null, null);
    }

    /** The clock after a machine told its time. */
    public FleetClock heard(String machineId, Instant time) {
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
