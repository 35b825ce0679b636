package io.fueloptimine.models.mine.dispatch;

/** The reason for an assignment. */
public enum ReasonCode {
    /** The destination is the cheapest one by the current plan. */
    PLAN,
    /**
     * There is no plan yet, so the loading unit and dump of the truck's fixed pair are preferred.
     */
    FIXED_PAIR,
    /** The plan needs fewer trucks of this class, so the truck parks. */
    SURPLUS,
    /** The tank is low and a fuel bay is free. */
    LOW_FUEL,
    /** The tank would not last for another cycle. */
    CRITICAL_FUEL,
    /** No loading unit can be reached, so the truck parks. */
    NO_LOADING_UNIT,
    /**
     * The faces, materials or dumps with work have moved as much as the highest rates of people
     * allow, so the truck parks until more may be moved.
     */
    HIGHEST_RATE,
    /** No destination can be reached, so the truck waits. */
    NO_WAY,
    /** The truck rejected the assignment before. */
    REJECTED,
    /** The loading unit to which the truck was driving broke down. */
    DIVERTED,
    /** A parked truck is needed again. */
    RECALLED
}
