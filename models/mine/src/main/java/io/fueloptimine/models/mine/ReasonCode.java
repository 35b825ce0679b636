package io.fueloptimine.models.mine;

/** The reason for an assignment. */
public enum ReasonCode {
    /** It is the cheapest destination by the current plan. */
    PLAN,
    /** There is no plan yet: the truck's own loading unit and dump are preferred. */
    FIXED_PAIR,
    /** The plan needs fewer trucks of this class: the truck parks. */
    SURPLUS,
    /** The tank is low and a fuel bay is free. */
    LOW_FUEL,
    /** The tank would not last for another cycle. */
    CRITICAL_FUEL,
    /** No loading unit can be reached: the truck parks. */
    NO_LOADING_UNIT,
    /** No destination can be reached: the truck waits. */
    NO_WAY,
    /** The truck rejected the assignment before. */
    REJECTED,
    /** The loading unit to which the truck was driving broke down. */
    DIVERTED,
    /** A parked truck is needed again. */
    RECALLED
}
