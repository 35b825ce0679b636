package io.fueloptimine.models.fuel;

/**
 * Litres that a machine burnt in one window, and the seconds of it that they cover.
 *
 * <p>Two sensors tell it. The counter (SPN 250) sums without loss but counts in steps of 0.5 L,
 * which is a tenth of a minute's burn; the rate (SPN 183) is fine-grained but knows nothing of a
 * silence. So the rate is integrated over time where it speaks; the counter's differences fill the
 * silences longer than {@link Series#LONGEST_GAP_S}, and take over the whole window when the two
 * disagree by more than the counter's step and the rate's own error allow, as they do when the rate
 * sensor sticks; a counter that stands still overrules nothing, for it may be stuck itself. A
 * counter that goes down was replaced, one that leaps was set: neither is burn. So the litres are
 * never negative.
 *
 * @param litres burnt, 0 or more
 * @param coveredS seconds of the window that the litres are of
 */
record WindowBurn(double litres, double coveredS) {

    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double COUNTER_STEP_L = 0.5;

    /** Three times the thirstiest haul truck: what a counter gains faster is no burn. */
    private static final double MOST_PLAUSIBLE_LPH = 2_000;

    /** A CAN fuel rate carries 6 % error; three of these and the sensor is not to be believed. */
    private static final double RATE_DISTRUST_SHARE = 0.2;

    /** The counter's steps blur a shorter span too much to overrule the rate. */
    private static final double SHORTEST_CHECKED_SPAN_S = 30;

    static WindowBurn of(WindowSamples samples, double startMs, double endMs) {
        Series rate = samples.series(WindowSamples.FUEL_RATE_LPH);
        Series counter = samples.series(WindowSamples.FUEL_USED_L);
        WindowBurn byRate = byRate(rate, startMs, endMs);
        WindowBurn filled = byRate.plus(bySilences(rate, counter, startMs, endMs));
        WindowBurn byCounter = byCounter(counter, Double.NEGATIVE_INFINITY, Double.MAX_VALUE);
        return byRate.isContradictedBy(byCounter) ? byCounter.over(filled.coveredS) : filled;
    }

    private static WindowBurn byRate(Series rate, double startMs, double endMs) {
        Series.Integral integral = rate.integral(startMs, endMs);
        return new WindowBurn(Math.max(0, integral.sum()) / SECONDS_PER_HOUR, integral.seconds());
    }

    private static WindowBurn bySilences(
            Series rate, Series counter, double startMs, double endMs) {
        if (rate.size() == 0) {
            WindowBurn told = byCounter(counter, startMs, endMs);
            return told.coveredS == 0
                    ? told
                    : told.over(told.coveredS + counter.headS(startMs) + counter.tailS(endMs));
        }
        WindowBurn sum = silence(counter, startMs, rate.timesMs()[0]);
        for (int i = 0; i + 1 < rate.size(); i++) {
            sum = sum.plus(silence(counter, rate.timesMs()[i], rate.timesMs()[i + 1]));
        }
        return sum.plus(silence(counter, rate.timesMs()[rate.size() - 1], endMs));
    }

    private static WindowBurn silence(Series counter, double fromMs, double toMs) {
        return toMs - fromMs > Series.LONGEST_GAP_S * 1_000
                ? byCounter(counter, fromMs, toMs)
                : new WindowBurn(0, 0);
    }

    /** What the counter gained within a span; steps back and leaps count neither burn nor time. */
    private static WindowBurn byCounter(Series counter, double fromMs, double toMs) {
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
        return new WindowBurn(litres, seconds);
    }

    private static double mostPlausibleL(double seconds) {
        return 2 * COUNTER_STEP_L + MOST_PLAUSIBLE_LPH * seconds / SECONDS_PER_HOUR;
    }

    private boolean isContradictedBy(WindowBurn counter) {
        if (coveredS == 0 || counter.litres == 0 || counter.coveredS < SHORTEST_CHECKED_SPAN_S) {
            return false;
        }
        double here = over(counter.coveredS).litres;
        double allowed = COUNTER_STEP_L + RATE_DISTRUST_SHARE * Math.max(here, counter.litres);
        return Math.abs(here - counter.litres) > allowed;
    }

    /** The same mean burn over another time. */
    private WindowBurn over(double seconds) {
        return coveredS > 0 ? new WindowBurn(litres * seconds / coveredS, seconds) : this;
    }

    private WindowBurn plus(WindowBurn other) {
        return new WindowBurn(litres + other.litres, coveredS + other.coveredS);
    }
}
