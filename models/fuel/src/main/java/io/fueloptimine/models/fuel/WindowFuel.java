package io.fueloptimine.models.fuel;

/**
 * Litres that a machine burnt in one window, and the seconds of it that they cover.
 *
 * <p>Two sensors tell it. The counter (SPN 250) is true in the long run but counts in steps of 0.5
 * L, a tenth of a minute's burn; the rate (SPN 183) is fine-grained but carries an error in
 * proportion and knows nothing of a silence. So the rate is integrated over time where it speaks,
 * the counter's differences fill silences longer than {@link SensorSeries#LONGEST_GAP_S}, and the
 * two are weighed by the inverse of their variances: the counter leads on a ramp, the rate at idle.
 * When they differ by more than both errors allow, as they do when the rate sticks, the counter
 * alone is believed, unless it stands still, for then it may be stuck itself. A counter that goes
 * down was replaced, one that leaps was set: neither is burn. So the litres are never negative.
 *
 * @param litres burnt, 0 or more
 * @param coveredS seconds of the window that the litres are of
 */
record WindowFuel(double litres, double coveredS) {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double COUNTER_STEP_L = 0.5;

    /** Three times the thirstiest haul truck: what a counter gains faster is no burn. */
    private static final double MOST_PLAUSIBLE_LPH = 2_000;

    /** Variance of a difference of two counts, each rounded to a step, L^2. */
    private static final double COUNTER_VARIANCE = COUNTER_STEP_L * COUNTER_STEP_L / 6;

    /** The error of a CAN fuel rate, as a share of it. */
    private static final double RATE_ERROR_SHARE = 0.06;

    /** Some three of these errors, and the sensor is not to be believed. */
    private static final double RATE_DISTRUST_SHARE = 0.2;

    /** The counter's steps blur a shorter span too much to say anything against the rate. */
    private static final double SHORTEST_WEIGHED_SPAN_S = 30;

    static WindowFuel of(WindowSamples samples, double startMs, double endMs) {
        SensorSeries rate = samples.series(WindowSamples.FUEL_RATE_LPH);
        SensorSeries counter = samples.series(WindowSamples.FUEL_USED_L);
        WindowFuel byRate = byRate(rate, startMs, endMs);
        WindowFuel filled = byRate.plus(bySilences(rate, counter, startMs, endMs));
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

    private static WindowFuel bySilences(
            SensorSeries rate, SensorSeries counter, double startMs, double endMs) {
        if (rate.size() == 0) {
            WindowFuel told = byCounter(counter, startMs, endMs);
            return told.coveredS == 0
                    ? told
                    : told.over(told.coveredS + counter.headS(startMs) + counter.tailS(endMs));
        }
        WindowFuel sum = silence(counter, startMs, rate.timesMs()[0]);
        for (int i = 0; i + 1 < rate.size(); i++) {
            sum = sum.plus(silence(counter, rate.timesMs()[i], rate.timesMs()[i + 1]));
        }
        return sum.plus(silence(counter, rate.timesMs()[rate.size() - 1], endMs));
    }

    private static WindowFuel silence(SensorSeries counter, double fromMs, double toMs) {
        return toMs - fromMs > SensorSeries.LONGEST_GAP_S * 1_000
                ? byCounter(counter, fromMs, toMs)
                : new WindowFuel(0, 0);
    }

    /** What the counter gained within a span; steps back and leaps count neither burn nor time. */
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

    /** The same mean burn over another time. */
    private WindowFuel over(double seconds) {
        return coveredS > 0 ? new WindowFuel(litres * seconds / coveredS, seconds) : this;
    }

    private WindowFuel plus(WindowFuel other) {
        return new WindowFuel(litres + other.litres, coveredS + other.coveredS);
    }
}
