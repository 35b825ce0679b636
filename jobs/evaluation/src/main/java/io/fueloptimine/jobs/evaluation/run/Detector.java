package io.fueloptimine.jobs.evaluation.run;

/** What raises alarms in an evaluation. */
public enum Detector {
    /** Jobs fuel and alarms. */
    JOBS("jobs"),
    /** {@link io.fueloptimine.jobs.evaluation.baseline.FixedThresholds}. */
    FIXED_THRESHOLDS("fixed thresholds"),
    /** {@link io.fueloptimine.jobs.evaluation.baseline.AlwaysFire}. */
    ALWAYS("always");

    private final String text;

    Detector(String text) {
        this.text = text;
    }

    /** The name in reports. */
    public String text() {
        return text;
    }
}
