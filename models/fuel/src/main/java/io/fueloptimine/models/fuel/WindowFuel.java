package io.fueloptimine.models.fuel;

/**
 * The litres of a machine in one window and the time that they cover.
 *
 * <p>Two sensors are used. The counter (SPN 250) is accurate in the long run but has steps of 0.5
 * L, a tenth of the litres of a minute. The rate (SPN 183) has a high resolution but a proportional
 * error and no values in gaps. The rate is integrated over time, the differences of the counter
 * fill gaps longer than {@link SensorSeries#LONGEST_GAP_S}, and both are weighted by the inverse of
 * their variances: the counter dominates on a ramp, the rate at idle. When they differ by more than
 * both errors allow, for example because the rate is stuck, only the counter is used, unless it
 * does not change, because then the counter may be stuck. Decreases and implausible jumps of the
 * counter are not consumption, because the counter was replaced or set. The litres are therefore
 * never negative.
 *
 * @param litres the litres, 0 or more
 * @param coveredS the time of the window that the litres cover, s
 */
record WindowFuel(double litres, double coveredS) {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double COUNTER_STEP_L = 0.5;

    /**
     * Three times the highest fuel rate of a haul truck; a faster increase of the counter is not
     * consumption.
     */
    private static final double MOST_PLAUSIBLE_LPH = 2_000;

    /** Variance of a difference of two counts, each rounded to a step, L^2. */
    private static final double COUNTER_VARIANCE = COUNTER_STEP_L * COUNTER_STEP_L / 6;

    /** The error of a CAN fuel rate, as a share of it. */
    private static final double RATE_ERROR_SHARE = 0.06;

    /** About three times this error; beyond it the rate is not used. */
    private static final double RATE_DISTRUST_SHARE = 0.2;

    /**
     * Over a shorter time the steps of the counter are too coarse for a comparison with the rate.
     */
    private static final double SHORTEST_WEIGHED_SPAN_S = 30;

    static WindowFuel of(WindowSamples samples, double startMs, double endMs) {
        SensorSeries rate = samples.series(WindowSamples.FUEL_RATE_LPH);
        SensorSeries counter = samples.series(WindowSamples.FUEL_USED_L);
        WindowFuel byRate = byRate(rate, startMs, endMs);
        WindowFuel filled = byRate.plus(byGaps(rate, counter, startMs, endMs));
        WindowFuel byCounter = byCounter(counter, startMs, endMs);
        return byRate.coveredS == 0 || byCounter.coveredS < SHORTEST_WEIGHED_SPAN_S
                ? filled
                : filled.weighedWith(byCounter.over(filled.coveredS));
    }

    private WindowFuel weighedWith(WindowFuel counter) {
        double difference = counter.litres - litres;
        double most = Math.max(litres, counter.litres);
        if (Math.abs(difference) > COUNTER_STEP_L + RATE_DISTRUST_SHARE * most) {
            return counter.litres == 0 ? this : counter;
        }
        double rateVariance = Math.pow(RATE_ERROR_SHARE * litres, 2);
        double counterShare = rateVariance / (rateVariance + COUNTER_VARIANCE);
        return new WindowFuel(litres + counterShare * difference, coveredS);
    }

    private static WindowFuel byRate(SensorSeries rate, double startMs, double endMs) {
        SensorSeries.Integral integral = rate.integral(startMs, endMs);
        return new WindowFuel(Math.max(0, integral.sum()) / SECONDS_PER_HOUR, integral.seconds());
    }

    private static WindowFuel byGaps(
            SensorSeries rate, SensorSeries counter, double startMs, double endMs) {
        if (rate.size() == 0) {
            WindowFuel counted = byCounter(counter, startMs, endMs);
            return counted.coveredS == 0
                    ? counted
                    : counted.over(
                            counted.coveredS + counter.headS(startMs) + counter.tailS(endMs));
        }
        WindowFuel sum = gap(counter, startMs, rate.timesMs()[0]);
        for (int i = 0; i + 1 < rate.size(); i++) {
            sum = sum.plus(gap(counter, rate.timesMs()[i], rate.timesMs()[i + 1]));
        }
        return sum.plus(gap(counter, rate.timesMs()[rate.size() - 1], endMs));
    }

    private static WindowFuel gap(SensorSeries counter, double fromMs, double toMs) {
        return toMs - fromMs > SensorSeries.LONGEST_GAP_S * 1_000
                ? byCounter(counter, fromMs, toMs)
                : new WindowFuel(0, 0);
    }

    /**
     * The increase of the counter within a span of time. Decreases and jumps add neither litres nor
     * time.
     */
    private static WindowFuel byCounter(SensorSeries counter, double fromMs, double toMs) {
        double litres = 0;
        double seconds = 0;
        for (int i = 0; i + 1 < counter.size(); i++) {
            double gain = counter.values()[i + 1] - counter.values()[i];
            boolean within = counter.timesMs()[i] >= fromMs && counter.timesMs()[i + 1] <= toMs;
            if (within && gain >= 0 && gain <= mostPlausibleL(counter.gapS(i))) {
                litres += gain;
                seconds += counter.gapS(i);
            }
        }
        return new WindowFuel(litres, seconds);
    }

    private static double mostPlausibleL(double seconds) {
        return 2 * COUNTER_STEP_L + MOST_PLAUSIBLE_LPH * seconds / SECONDS_PER_HOUR;
    }

    /** The same mean rate over another time. */
    private WindowFuel over(double seconds) {
        return coveredS > 0 ? new WindowFuel(litres * seconds / coveredS, seconds) : this;
    }

    private WindowFuel plus(WindowFuel other) {
        return new WindowFuel(litres + other.litres, coveredS + other.coveredS);
    }
}
