package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.consumption.FuelSource;
import java.util.List;

/**
 * The litres that a machine burnt in one window, and the part of the window that the litres cover.
 *
 * <p>Two sensors are used. The counter (SPN 250) is accurate in the long run but has steps of 0.5
 * L, a tenth of the litres of a minute. The rate (SPN 183) has a high resolution but a proportional
 * error and no values in gaps. The rate is integrated over the time for which its values are valid,
 * and the counter fills the rest of the window. The results of the two sensors are then averaged,
 * each weighted by the inverse of its variance: the counter dominates on a ramp, the rate at idle.
 *
 * <p>The two sensors are compared over the time that both of them cover. When they differ by more
 * than their errors allow, one of them is wrong, and only the other sensor is used. The counter is
 * wrong if it did not change, or if it agrees with the rate while it changes and therefore was
 * stuck in between. Otherwise the rate is wrong. During an excursion of the counter (see {@link
 * CounterGains}) only the rate is used. The litres are never negative.
 *
 * @param litres the litres, 0 or more
 * @param coveredS the part of the window that the litres cover, s
 * @param source the sensors that were used; null when nothing is covered
 */
record WindowFuel(double litres, double coveredS, FuelSource source) {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double COUNTER_STEP_L = 0.5;
    private static final WindowFuel NONE = new WindowFuel(0, 0, null);

    /**
     * Variance of the difference between two counter values that are each rounded to a step, L^2.
     */
    private static final double COUNTER_VARIANCE = COUNTER_STEP_L * COUNTER_STEP_L / 6;

    /** The standard error of a fuel rate from the CAN bus, as a share of the fuel rate. */
    private static final double RATE_ERROR_SHARE = 0.06;

    /**
     * The difference between rate and counter beyond which one of the sensors is wrong, as a share
     * of the litres: about three times {@link #RATE_ERROR_SHARE}.
     */
    private static final double RATE_DISTRUST_SHARE = 0.2;

    /**
     * The shortest time over which counter and rate are compared, s. Over a shorter time the steps
     * of the counter are too coarse.
     */
    private static final double SHORTEST_WEIGHED_SPAN_S = 15;

    /**
     * The maximum number of counter steps of 0.5 L in one window; one machine does not burn more.
     */
    private static final int MOST_PARTS = 200;

    static WindowFuel of(WindowSamples samples, double startMs, double endMs) {
        SensorSeries rate = samples.series(WindowSamples.FUEL_RATE_LPH);
        CounterGains counter = CounterGains.of(samples.series(WindowSamples.FUEL_USED_L));
        WindowFuel byRate = ofRate(rate.integral(startMs, endMs));
        WindowFuel filled = byRate.plus(gaps(rate, counter, startMs, endMs));
        if (byRate.coveredS == 0 || counter.seconds() < SHORTEST_WEIGHED_SPAN_S) {
            return filled;
        }
        WindowFuel uncounted = NONE;
        for (double[] span : counter.uncounted(startMs, endMs)) {
            uncounted = uncounted.plus(ofRate(rate.integral(startMs, endMs, span[0], span[1])));
        }
        WindowFuel common = filled.minus(uncounted);
        WindowFuel counted = ofCounter(counter).over(common.coveredS);
        if (!common.differsFrom(counted)) {
            return common.weighedWith(counted, counter.spans()).plus(uncounted);
        }
        boolean stuck = counter.litres() == 0 || agreesWhileCounting(rate, counter, startMs, endMs);
        return stuck ? byRate : counted;
    }

    /**
     * Whether counter and rate agree in the times in which the counter counts plausibly. Times are
     * left out in which the counter did not change although the rate shows consumption, or in which
     * the counter changed by more than the rate explains.
     */
    private static boolean agreesWhileCounting(
            SensorSeries rate, CounterGains counter, double startMs, double endMs) {
        List<CounterStep> parts = counter.betweenChanges(COUNTER_STEP_L);
        if (parts.size() > MOST_PARTS) {
            return false;
        }
        WindowFuel byRate = NONE;
        WindowFuel counted = NONE;
        for (CounterStep part : parts) {
            WindowFuel during = ofRate(rate.integral(startMs, endMs, part.fromMs(), part.toMs()));
            if (Math.abs(during.litres - part.litres()) <= 2 * COUNTER_STEP_L) {
                byRate = byRate.plus(during);
                counted =
                        counted.plus(
                                new WindowFuel(part.litres(), part.seconds(), FuelSource.COUNTER));
            }
        }
        return counted.litres >= 2 * COUNTER_STEP_L && !byRate.differsFrom(counted);
    }

    private static WindowFuel ofRate(SensorSeries.Integral integral) {
        return integral.seconds() > 0
                ? new WindowFuel(
                        Math.max(0, integral.sum()) / SECONDS_PER_HOUR,
                        integral.seconds(),
                        FuelSource.RATE)
                : NONE;
    }

    private static WindowFuel ofCounter(CounterGains counter) {
        double seconds = counter.seconds();
        return seconds > 0 ? new WindowFuel(counter.litres(), seconds, FuelSource.COUNTER) : NONE;
    }

    /**
     * The litres that the counter counted during the times in which no value of the rate is valid.
     */
    private static WindowFuel gaps(
            SensorSeries rate, CounterGains counter, double startMs, double endMs) {
        WindowFuel sum = NONE;
        for (double[] gap : rate.gaps(startMs, endMs)) {
            WindowFuel counted = ofCounter(counter.within(gap[0], gap[1]));
            if (counted.coveredS > 0) {
                double headS = gap[0] == startMs ? counter.headS(startMs) : 0;
                double tailS = gap[1] == endMs ? counter.tailS(endMs) : 0;
                sum = sum.plus(counted.over(counted.coveredS + headS + tailS));
            }
        }
        return sum;
    }

    private boolean differsFrom(WindowFuel counter) {
        double most = Math.max(litres, counter.litres);
        return Math.abs(counter.litres - litres) > COUNTER_STEP_L + RATE_DISTRUST_SHARE * most;
    }

    /**
     * The weighted mean of the litres of rate and counter.
     *
     * @param counter the litres of the counter
     * @param spans the number of uninterrupted periods in which the counter counts; each adds one
     *     error of the counter
     */
    private WindowFuel weighedWith(WindowFuel counter, int spans) {
        double rateVariance = Math.pow(RATE_ERROR_SHARE * litres, 2);
        double counterShare = rateVariance / (rateVariance + spans * COUNTER_VARIANCE);
        return new WindowFuel(
                litres + counterShare * (counter.litres - litres), coveredS, FuelSource.BOTH);
    }

    /** The litres at the same mean rate over another time. */
    private WindowFuel over(double seconds) {
        return coveredS > 0 ? new WindowFuel(litres * seconds / coveredS, seconds, source) : this;
    }

    private WindowFuel plus(WindowFuel other) {
        if (coveredS == 0 || other.coveredS == 0) {
            return coveredS == 0 ? other : this;
        }
        FuelSource both = source == other.source ? source : FuelSource.BOTH;
        return new WindowFuel(litres + other.litres, coveredS + other.coveredS, both);
    }

    private WindowFuel minus(WindowFuel part) {
        return new WindowFuel(
                Math.max(0, litres - part.litres), Math.max(0, coveredS - part.coveredS), source);
    }
}
