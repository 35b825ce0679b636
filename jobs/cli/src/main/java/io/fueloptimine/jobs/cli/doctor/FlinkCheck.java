package io.fueloptimine.jobs.cli.doctor;

import io.fueloptimine.models.mine.input.InvalidInputException;

/**
 * Checks that Flink's REST interface answers, and the version of Flink.
 *
 * @param flink the REST interface
 */
record FlinkCheck(FlinkRest flink) implements SiteCheck {

    static final String SUBJECT = "flink";

    private static final String NEEDED = "2.2";

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public CheckResult run() {
        String expected = "Flink " + NEEDED;
        String version;
        try {
            version = flink.get("/config").path("flink-version").asText();
        } catch (InvalidInputException e) {
            return CheckResult.fault(
                    SUBJECT,
                    String.valueOf(e.getMessage()),
                    expected,
                    "Start the JobManager, or correct --flink and --flink-conf.");
        }
        String found = flink.address() + " answers, Flink " + version;
        return version.equals(NEEDED) || version.startsWith(NEEDED + ".")
                ? CheckResult.ok(SUBJECT, found, expected)
                : CheckResult.fault(
                        SUBJECT,
                        found,
                        expected,
                        "Install the folder of deploy/fuel flink on all machines of the cluster.");
    }
}
