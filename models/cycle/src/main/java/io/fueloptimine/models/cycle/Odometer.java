package io.fueloptimine.models.cycle;

import io.fueloptimine.models.mine.ProductionState;

/**
 * What a truck drove and burnt during a cycle, from its telemetry in order of time. A mutable state
 * type; all fields are for Flink.
 */
public final class Odometer {

    /** Speed is not carried over longer silence. */
    private static final double MAX_STEP_S = 60;

    /**
     * How far apart the counter's words before and after a cycle's beginning, or its last word and
     * a cycle's end, may be, s: one a minute, and that one late. The litres of a longer silence
     * belong to both cycles, nobody knows how many to which.
     */
    private static final double MAX_SPLIT_S = 90;

    /** Twice what the largest engine can burn; a faster counter was replaced, not run. */
    private static final double MAX_RATE_LPH = 2_500;

    private static final double METRES_PER_S_PER_KPH = 1 / 3.6;
    private static final double S_PER_H = 3_600;

    public double emptyDistanceM;
    public double fullDistanceM;

    /** Litres burnt since the cycle began, L; null while the counter told nothing of use. */
    public Double fuelL;

    /** When the cycle began, ms since the epoch. */
    public long begunAtMillis;

    /** Whether the counter has not spoken since the cycle began. */
    public boolean awaitsCounter;

    /** Whether the counter was silent for too long when the cycle began. */
    public boolean fuelUnknown;

    /** The last elevation told, m; null before the first. */
    public Double elevationM;

    /** The last payload told while hauling, t; null before the first. */
    public Double payloadT;

    /** The last speed told, km/h, and when. */
    public Double speedKph;

    public long speedAtMillis;

    /** The last counter told, L, and when. */
    public Double counterL;

    public long counterAtMillis;

    /** For Flink. */
    public Odometer() {}

    /** A cycle begins: its sums are zero, what the sensors last told stays. */
    void begin(long millis) {
        emptyDistanceM = 0;
        fullDistanceM = 0;
        begunAtMillis = millis;
        awaitsCounter = true;
        fuelUnknown = false;
        fuelL = counterL == null ? null : 0.0;
        payloadT = null;
    }

    /** Takes the next telemetry. */
    void add(CycleEvent event, boolean loaded) {
        if (event.speedKph() != null) {
            addDistance(event, loaded);
        }
        if (event.totalFuelUsedL() != null) {
            addFuel(event);
        }
        elevationM = event.elevationM() == null ? elevationM : event.elevationM();
        boolean hauls = event.state() == ProductionState.HAULING;
        if (loaded && hauls && event.payloadT() != null) {
            payloadT = event.payloadT();
        }
    }

    /** Litres of the cycle that ends now, L; null where the counter does not tell them all. */
    Double fuelUntil(long millis) {
        boolean told = !awaitsCounter && millis - counterAtMillis <= MAX_SPLIT_S * 1_000;
        return told ? fuelL : null;
    }

    private void addDistance(CycleEvent event, boolean loaded) {
        double stepS = (event.timeMillis() - speedAtMillis) / 1_000.0;
        if (speedKph != null && stepS <= MAX_STEP_S) {
            double metres = (speedKph + event.speedKph()) / 2 * METRES_PER_S_PER_KPH * stepS;
            emptyDistanceM += loaded ? 0 : metres;
            fullDistanceM += loaded ? metres : 0;
        }
        speedKph = event.speedKph();
        speedAtMillis = event.timeMillis();
    }

    private void addFuel(CycleEvent event) {
        if (awaitsCounter) {
            long silentSince = counterL == null ? begunAtMillis : counterAtMillis;
            fuelUnknown = event.timeMillis() - silentSince > MAX_SPLIT_S * 1_000;
            awaitsCounter = false;
        }
        if (fuelUnknown) {
            fuelL = null;
        } else if (counterL != null) {
            fuelL = (fuelL == null ? 0 : fuelL) + litresSinceLast(event);
        }
        counterL = event.totalFuelUsedL();
        counterAtMillis = event.timeMillis();
    }

    private double litresSinceLast(CycleEvent event) {
        double litres = event.totalFuelUsedL() - counterL;
        double hours = (event.timeMillis() - counterAtMillis) / 1_000.0 / S_PER_H;
        // One resolution step of the counter may come at once, however short the time.
        boolean possible = litres >= 0 && litres <= MAX_RATE_LPH * hours + 1;
        return possible ? litres : 0;
    }
}
