package io.fueloptimine.jobs.cli.doctor;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Compares the clock of a server with that of this machine: more than 2 s are a warning, more than
 * 30 s a fault. Half the time that the answer took is added to the limits, because it is not known
 * when within this time the server read its clock. Immutable.
 *
 * @param clock the clock of this machine
 */
record ClockSkew(Clock clock) {

    private static final Duration WARNING = Duration.ofSeconds(2);
    private static final Duration FAULT = Duration.ofSeconds(30);
    private static final double MS_PER_S = 1_000;

    /** Asks a server for its time. */
    interface ServerTime {
        Instant ask() throws SQLException;
    }

    CheckResult check(String subject, ServerTime server) throws SQLException {
        Instant before = clock.instant();
        Instant there = server.ask();
        Duration half = Duration.between(before, clock.instant()).dividedBy(2);
        Duration skew = Duration.between(before.plus(half), there);
        Duration certain = skew.abs().minus(half);
        String found =
                String.format(
                        Locale.ROOT,
                        "the clock is %.1f s %s that of this machine",
                        skew.abs().toMillis() / MS_PER_S,
                        skew.isNegative() ? "behind" : "ahead of");
        String expected = "at most 2 s";
        String remedy = "Synchronise the clocks of both machines by NTP.";
        if (certain.compareTo(FAULT) > 0) {
            return CheckResult.fault(subject, found, expected, remedy);
        }
        return certain.compareTo(WARNING) > 0
                ? CheckResult.warning(subject, found, expected, remedy)
                : CheckResult.ok(subject, found, expected);
    }
}
