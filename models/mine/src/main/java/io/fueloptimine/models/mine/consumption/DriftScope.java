package io.fueloptimine.models.mine.consumption;

/** What a drift concerns. */
public enum DriftScope {
    /** One machine. */
    MACHINE,
    /** The trucks of one class. */
    CLASS,
    /** One road segment. */
    ROAD,
    /** All trucks of a site. */
    FLEET
}
