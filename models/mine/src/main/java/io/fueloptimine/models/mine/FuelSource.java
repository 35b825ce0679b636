package io.fueloptimine.models.mine;

/** The sensors from which the litres of a fuel window were computed. */
public enum FuelSource {
    /** The fuel rate (SPN 183) only: the counter is missing, stuck or contradicts itself. */
    RATE,

    /** The counter (SPN 250) only: the rate is missing or differs too much from the counter. */
    COUNTER,

    /** Both, which agree, or the counter in the gaps of the rate. */
    BOTH
}
