package io.fueloptimine.jobs.cli.doctor;

/**
 * What a check found. Immutable.
 *
 * @param status whether the site is as expected
 * @param subject what was checked, for example {@code kafka topics}
 * @param found what was found, on one line
 * @param expected what was expected, on one line
 * @param remedy what to do, one sentence; empty if the status is OK
 */
record CheckResult(Status status, String subject, String found, String expected, String remedy) {

    /** The status of a check. */
    enum Status {
        OK,
        /** The jobs run, but something differs from what is recommended. */
        WARN,
        /** The jobs cannot run, lose data or will soon stop. */
        FAULT
    }

    CheckResult {
        // Messages of servers may have several lines, and each check has one.
        found = found.strip().replaceAll("\\s+", " ");
        if (remedy.isEmpty() != (status == Status.OK)) {
            throw new IllegalArgumentException(
                    subject + " has the status " + status + " and the remedy '" + remedy + "'");
        }
    }

    static CheckResult ok(String subject, String found, String expected) {
        return new CheckResult(Status.OK, subject, found, expected, "");
    }

    static CheckResult warning(String subject, String found, String expected, String remedy) {
        return new CheckResult(Status.WARN, subject, found, expected, remedy);
    }

    static CheckResult fault(String subject, String found, String expected, String remedy) {
        return new CheckResult(Status.FAULT, subject, found, expected, remedy);
    }
}
