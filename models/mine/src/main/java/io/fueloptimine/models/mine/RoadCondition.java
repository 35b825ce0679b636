package io.fueloptimine.models.mine;

/** The condition of a road segment, as far as it matters to the plan. */
public enum RoadCondition {
    OPEN,
    CLOSED,
    WET,
    DAMAGED
}
