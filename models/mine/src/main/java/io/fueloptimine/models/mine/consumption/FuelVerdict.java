package io.fueloptimine.models.mine.consumption;

/** What explains the difference between the fuel that left a tank and the fuel metered. */
public enum FuelVerdict {
    /** The difference is within its error. */
    CONSISTENT,
    /** The level fell in a step while the machine stood. */
    THEFT,
    /** Fuel was lost steadily with time, whether or not the engine burnt fuel. */
    LEAK,
    /** A meter or sensor deviates in proportion to the fuel. */
    METER_BIAS,
    /** The difference exceeds its error, and none of the other verdicts explains it. */
    UNEXPLAINED,
    /** Level or meter were missing for too long. */
    UNKNOWN
}
