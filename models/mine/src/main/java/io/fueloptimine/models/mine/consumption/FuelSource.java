package io.fueloptimine.models.mine.consumption;

/** The sensors from which the litres of a fuel window were computed. */
public enum FuelSource {
    /** Only the fuel rate (SPN 183), because the counter is missing, stuck or inconsistent. */
    RATE,

    /**
     * Only the fuel counter (SPN 250), because the rate is missing or differs too much from the
     * counter.
     */
    COUNTER,

    /**
     * Rate and counter: either both of them in agreement, or the counter only in the gaps of the
     * rate.
     */
    BOTH
}
