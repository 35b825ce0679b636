package io.fueloptimine.models.mine;

/** How much somebody should care. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
