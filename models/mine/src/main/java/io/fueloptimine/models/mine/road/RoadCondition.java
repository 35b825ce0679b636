package io.fueloptimine.models.mine.road;

/** The condition of a road segment, as far as it is relevant to the plan. */
public enum RoadCondition {
    OPEN,
    CLOSED,
    WET,
    DAMAGED
}
