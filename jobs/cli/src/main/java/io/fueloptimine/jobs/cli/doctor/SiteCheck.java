package io.fueloptimine.jobs.cli.doctor;

import java.sql.SQLException;
import java.util.Optional;

/** A check of one subject of a site. It changes nothing. */
interface SiteCheck {

    /** What is checked; unique among all checks. */
    String subject();

    /**
     * The subject of an earlier check without whose success this one cannot run; empty if it always
     * can.
     */
    default Optional<String> needs() {
        return Optional.empty();
    }

    /**
     * Checks the subject.
     *
     * @throws SQLException if the database ends the connection
     * @throws RuntimeException if the check cannot be completed; the message says why
     */
    CheckResult run() throws SQLException;
}
