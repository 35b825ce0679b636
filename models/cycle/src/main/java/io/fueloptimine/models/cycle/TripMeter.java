package io.fueloptimine.models.cycle;

import io.fueloptimine.models.mine.ProductionState;

/**
 * Distance, fuel and payload of a truck's current cycle, from telemetry in order of time. Mutable
 * state type; fields are public for Flink's POJO serializer.
 */
public final class TripMeter {

    /** The longest gap over which speed is integrated, s. */
    private static final double MAX_STEP_S = 60;

    /**
     * The longest time between fuel counter readings around a cycle's beginning or end, s: one
     * reading per minute, and that one late. Fuel burnt in a longer gap cannot be divided between
     * two cycles.
     */
    private static final double MAX_SPLIT_S = 90;

    /**
     * Twice the burn of the largest engine; a faster increase means that the counter was replaced.
     */
    private static final double MAX_RATE_LPH = 2_500;

    private static final double METRES_PER_S_PER_KPH = 1 / 3.6;
    private static final double S_PER_H = 3_600;

    public double emptyDistanceM;
    public double fullDistanceM;

    /** Litres burnt since the cycle began, L; null without usable counter readings. */
    public Double fuelL;

    /** When the cycle began, ms since the epoch. */
    public long begunAtMillis;

    /** Whether there has been no counter reading since the cycle began. */
    public boolean awaitsCounter;

    /** Whether the gap between counter readings at the cycle's beginning was too long. */
    public boolean fuelUnknown;

    /** The last elevation, m; null before the first. */
    public Double elevationM;

    /** The last payload while hauling, t; null before the first. */
    public Double payloadT;

    /** The last speed, km/h, and its time. */
    public Double speedKph;

    public long speedAtMillis;

    /** The last counter reading, L, and its time. */
    public Double counterL;

    public long counterAtMillis;

    /** For Flink. */
    public TripMeter() {}

    /** Begins a cycle: resets the sums and keeps the last sensor values. */
    void begin(long millis) {
        emptyDistanceM = 0;
        fullDistanceM = 0;
        begunAtMillis = millis;
        awaitsCounter = true;
        fuelUnknown = false;
        fuelL = counterL == null ? null : 0.0;
        payloadT = null;
    }

    /** Adds the next telemetry. */
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

    /** Litres of the cycle that ends now, L; null when counter readings are missing. */
    Double fuelUntil(long millis) {
        boolean complete = !awaitsCounter && millis - counterAtMillis <= MAX_SPLIT_S * 1_000;
        return complete ? fuelL : null;
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
            long lastReadingAt = counterL == null ? begunAtMillis : counterAtMillis;
            fuelUnknown = event.timeMillis() - lastReadingAt > MAX_SPLIT_S * 1_000;
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
        // The counter may advance by one resolution step in any time.
        boolean possible = litres >= 0 && litres <= MAX_RATE_LPH * hours + 1;
        return possible ? litres : 0;
    }
}
