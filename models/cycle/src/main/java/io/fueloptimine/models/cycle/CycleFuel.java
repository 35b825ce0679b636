package io.fueloptimine.models.cycle;

/**
 * The litres that a truck burns in a cycle, measured by the truck's fuel counter.
 *
 * <p>The "line" of the counter is a series of values in which each value can follow from the one
 * before. A counter can leave its line for a while, for example show 0 after a restart of its
 * controller. Such an excursion ends when the counter returns to its line. The litres burnt during
 * the excursion are computed from the fuel rate. When the fuel rate is missing, they are the
 * difference between the counter values before and after the excursion if the counter continued to
 * count, and unknown otherwise. Values that increase and do not return to the line belong to a
 * counter that was replaced, or that catches up after it was stuck. After {@link #ADOPTED_AFTER_S}
 * such values become the new line. Mutable state type; fields are public for Flink's POJO
 * serializer.
 */
public final class CycleFuel {

    /**
     * How long the counter must count on a new line before the new line replaces the previous one,
     * s.
     */
    static final double ADOPTED_AFTER_S = 90;

    /**
     * The longest permitted time between the fuel counter readings before and after the beginning
     * or end of a cycle, s. It suffices for one reading per minute that arrives up to 30 s late.
     * Fuel burnt in a longer gap cannot be divided between two cycles.
     */
    private static final double MAX_SPLIT_S = 90;

    /**
     * Twice the fuel rate of the largest engine, L/h; a faster increase means that the counter was
     * replaced.
     */
    private static final double MAX_RATE_LPH = 2_500;

    /**
     * Two resolution steps of the counter, L; a smaller difference does not prove that the counter
     * counts.
     */
    private static final double COUNTS_L = 1;

    /** The longest excursion without counting for which no fuel rate is needed, s. */
    private static final double SHORT_S = 10;

    /** The longest time for which a stuck counter catches up, s. */
    private static final double MAX_STUCK_S = 900;

    /**
     * A counter is stuck when it did not change while more than this was burnt according to the
     * fuel rate, L.
     */
    private static final double STUCK_L = 5;

    private static final double S_PER_H = 3_600;

    /** Fuel burnt since the cycle began, L; null without usable counter readings. */
    public Double litres;

    /** When the cycle began, ms since the epoch. */
    public long begunAtMillis;

    /** Whether there has been no counter reading since the cycle began. */
    public boolean awaitsCounter;

    /** Whether the fuel burnt in a part of the cycle is unknown. */
    public boolean unknown;

    /**
     * The last reading on the counter's line, L. The next two fields are the time of this reading
     * and the time of the last change of the value, ms since the epoch.
     */
    public Double counterL;

    public long counterAtMillis;
    public long changedAtMillis;

    /** Time of the last counter reading, on its line or off it, ms since the epoch. */
    public long lastAtMillis;

    /** The last reading off the line, L; null while the counter is on its line. */
    public Double strayL;

    /** When the counter left its line, ms since the epoch. */
    public long strayedAtMillis;

    /**
     * Fuel counted while the counter is off its line, L. It includes the fuel that a stuck counter
     * caught up when it left its line.
     */
    public double strayGainL;

    /** The integral of the fuel rate since the last reading on the counter's line. */
    public RateMeter sinceCounter = new RateMeter();

    /** The integral of the fuel rate since the cycle began. */
    public RateMeter sinceBegin = new RateMeter();

    /** Used by Flink's POJO serializer. */
    public CycleFuel() {}

    void begin(long millis) {
        begunAtMillis = millis;
        awaitsCounter = true;
        unknown = false;
        litres = counterL == null ? null : 0.0;
        sinceBegin.reset();
        if (strayL != null) {
            sinceCounter.reset();
            strayGainL = 0;
        }
    }

    void addRate(long millis, double lph) {
        sinceCounter.add(millis, lph);
        sinceBegin.add(millis, lph);
    }

    void addCounter(long millis, double valueL) {
        if (awaitsCounter) {
            long lastReadingAt = counterL == null ? begunAtMillis : lastAtMillis;
            unknown = millis - lastReadingAt > MAX_SPLIT_S * 1_000;
            awaitsCounter = false;
        }
        if (counterL == null) {
            trust(millis, valueL, 0);
        } else if (strayL != null) {
            addOffLine(millis, valueL);
        } else if (isPossible(valueL - counterL, millis - counterAtMillis)) {
            trust(millis, valueL, valueL - counterL);
        } else {
            double jumpL = valueL - counterL;
            long stuckMillis = Math.min(millis - changedAtMillis, (long) (MAX_STUCK_S * 1_000));
            stray(millis, valueL, isPossible(jumpL, stuckMillis) ? jumpL : 0);
        }
        lastAtMillis = millis;
    }

    /**
     * Time with a fuel rate above 0 in a cycle that ends at the given time, s; null when the fuel
     * rate is unknown for a part of the cycle.
     */
    Double engineOnUntil(long millis) {
        return sinceBegin.covers(millis - begunAtMillis) ? sinceBegin.burningS : null;
    }

    /** Fuel burnt in a cycle that ends at the given time, L; null when unknown. */
    Double until(long millis) {
        boolean complete = !awaitsCounter && millis - lastAtMillis <= MAX_SPLIT_S * 1_000;
        if (!complete || unknown || litres == null) {
            return null;
        }
        if (strayL == null) {
            boolean stuck = litres == 0 && sinceBegin.litres > STUCK_L;
            return stuck ? null : litres;
        }
        Double offLineL = offLine(millis);
        return offLineL == null ? null : Double.valueOf(litres + offLineL);
    }

    private void addOffLine(long millis, double valueL) {
        boolean returns = isPossible(Math.abs(valueL - counterL), millis - counterAtMillis);
        boolean continues = isPossible(valueL - strayL, millis - lastAtMillis);
        if (returns && (!continues || strayL == 0)) {
            Double acrossL = across(millis, valueL);
            unknown = unknown || acrossL == null;
            trust(millis, valueL, acrossL == null ? 0 : acrossL);
        } else if (!continues) {
            stray(millis, valueL, strayGainL);
        } else {
            strayGainL += valueL - strayL;
            strayL = valueL;
            boolean lasts = millis - strayedAtMillis >= ADOPTED_AFTER_S * 1_000;
            if (lasts && strayGainL >= COUNTS_L) {
                trust(millis, valueL, strayGainL);
            }
        }
    }

    private void trust(long millis, double valueL, double gainL) {
        if (unknown) {
            litres = null;
        } else if (counterL != null) {
            litres = (litres == null ? 0 : litres) + gainL;
        }
        changedAtMillis = counterL != null && counterL == valueL ? changedAtMillis : millis;
        counterL = valueL;
        counterAtMillis = millis;
        strayL = null;
        strayGainL = 0;
        sinceCounter.reset();
    }

    private void stray(long millis, double valueL, double gainL) {
        strayedAtMillis = strayL == null ? millis : strayedAtMillis;
        strayL = valueL;
        strayGainL = gainL;
    }

    /**
     * Fuel burnt from the last reading on the counter's line to the end of the cycle, L; null when
     * unknown.
     */
    private Double offLine(long millis) {
        long sinceMillis = millis - Math.max(counterAtMillis, begunAtMillis);
        if (sinceCounter.covers(sinceMillis) && strayGainL < COUNTS_L) {
            return sinceCounter.litres;
        }
        return strayGainL >= COUNTS_L || sinceMillis <= SHORT_S * 1_000
                ? Double.valueOf(strayGainL)
                : null;
    }

    /** Fuel burnt during an excursion that ends at the given time, L; null when unknown. */
    private Double across(long millis, double valueL) {
        long sinceMillis = millis - Math.max(counterAtMillis, begunAtMillis);
        if (sinceCounter.covers(sinceMillis)) {
            return sinceCounter.litres;
        }
        double gainL = counterAtMillis < begunAtMillis ? 0 : valueL - counterL;
        return gainL >= COUNTS_L || sinceMillis <= SHORT_S * 1_000
                ? Double.valueOf(Math.max(0, gainL))
                : null;
    }

    private static boolean isPossible(double gainL, long millis) {
        // The counter may advance by one resolution step in any time.
        return gainL >= 0 && gainL <= MAX_RATE_LPH * millis / 1_000.0 / S_PER_H + 1;
    }
}
