package io.fueloptimine.jobs.simulator.behaviour;

import io.fueloptimine.jobs.simulator.random.SeededRandom;

/**
 * How fast operators want to drive. Chosen so that, together with engine, retarder, stops and road
 * limits, the speeds by grade of an Andean mine result.
 */
public final class OperatorPace {

    /** Speed that operators keep on a good road without another limit, km/h. */
    public static final double LOADED_KPH = 24.2;

    public static final double EMPTY_KPH = 26.4;

    /** Speed through a junction of three or more roads, km/h. */
    public static final double JUNCTION_KPH = 16;

    /** Share of the drive power that operators use. An empty truck needs less than it has. */
    public static final double LOADED_THROTTLE = 0.93;

    public static final double EMPTY_THROTTLE = 0.66;

    /** Standard deviation of the logarithm of an operator's pace. */
    private static final double OPERATOR_SIGMA = 0.05;

    private OperatorPace() {}

    /** The pace of an operator relative to the average one. */
    public static double of(long seed, String operatorId) {
        return Math.exp(OPERATOR_SIGMA * SeededRandom.of(seed, operatorId + "pace").gaussian());
    }
}
