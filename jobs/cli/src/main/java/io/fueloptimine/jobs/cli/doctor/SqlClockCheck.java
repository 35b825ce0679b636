package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.connectors.jdbc.SqlClock;
import io.fueloptimine.connectors.jdbc.SqlConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Compares the clock of the database server with that of this machine.
 *
 * @param sql the connection
 * @param skew compares two clocks
 */
record SqlClockCheck(SqlConnection sql, ClockSkew skew) implements SiteCheck {

    private static final int LIMIT_S = 10;

    @Override
    public String subject() {
        return "sql clock";
    }

    @Override
    public Optional<String> needs() {
        return Optional.of(SqlCheck.SUBJECT);
    }

    @Override
    public CheckResult run() throws SQLException {
        try (Connection open = sql.open()) {
            return skew.check(subject(), () -> SqlClock.now(sql, open, LIMIT_S));
        }
    }
}
