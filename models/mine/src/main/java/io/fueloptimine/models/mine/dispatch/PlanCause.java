package io.fueloptimine.models.mine.dispatch;

/** Why a new plan is requested. */
public enum PlanCause {
    /** The first plan after a start. */
    START,
    /** The interval between plans has passed. */
    CLOCK,
    /** The fuel residuals of a machine changed. */
    DRIFT,
    /** A truck or loading unit broke down. */
    MACHINE_DOWN,
    /** A truck or loading unit is back in service. */
    MACHINE_UP,
    /** A road segment was closed. */
    ROAD_CLOSED,
    /** A road segment was opened. */
    ROAD_OPEN,
    /** The roads became wet. */
    ROAD_WET,
    /** The roads are no longer wet. */
    ROAD_DRY,
    /** A road segment is damaged but passable. */
    ROAD_DAMAGED,
    /** Rates that people require begin to apply. */
    TARGETS_BEGIN,
    /** Rates that people require apply no longer. */
    TARGETS_END
}
