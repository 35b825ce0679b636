package io.fueloptimine.models.mine.alarm;

/** The severity of an alarm or of a rule's violation. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
