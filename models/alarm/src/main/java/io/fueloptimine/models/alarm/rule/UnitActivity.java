package io.fueloptimine.models.alarm.rule;

/** What a minute of a machine says about a loading unit. */
public enum UnitActivity {
    /** The unit waits for a truck. */
    HANG,
    /** The unit spots, loads or moves. */
    WORK,
    /** A truck waits at the unit. */
    QUEUE,
    /** A truck has left the unit with its load. */
    LOAD
}
