package io.fueloptimine.models.cycle;

import io.fueloptimine.models.mine.reading.ProductionState;

/**
 * Measures distance, fuel and payload of a truck's current cycle from telemetry in order of time.
 * Mutable state type; fields are public for Flink's POJO serializer.
 */
public final class TripMeter {

    /** The longest gap over which speed is integrated, s. */
    private static final double MAX_STEP_S = 60;

    private static final double METRES_PER_S_PER_KPH = 1 / 3.6;

    public double emptyDistanceM;
    public double fullDistanceM;

    /** The effective flat haul of the cycle. */
    public FlatHaulMeter flatHaul = new FlatHaulMeter();

    /** The fuel burnt according to the fuel counter. */
    public CycleFuel fuel = new CycleFuel();

    /** The last elevation, m; null before the first value. */
    public Double elevationM;

    /** The last payload while hauling, t; null before the first value. */
    public Double payloadT;

    /** The last speed, km/h. The next field is its time, ms since the epoch. */
    public Double speedKph;

    public long speedAtMillis;

    /** Used by Flink's POJO serializer. */
    public TripMeter() {}

    /** Begins a cycle: resets the sums and keeps the last sensor values. */
    void begin(long millis) {
        emptyDistanceM = 0;
        fullDistanceM = 0;
        flatHaul.begin();
        fuel.begin(millis);
        payloadT = null;
    }

    /** Adds the next telemetry. */
    void add(CycleEvent event, boolean loaded) {
        if (event.speedKph() != null) {
            addDistance(event, loaded);
        }
        if (event.fuelRateLph() != null) {
            fuel.addRate(event.timeMillis(), event.fuelRateLph());
        }
        if (event.totalFuelUsedL() != null) {
            fuel.addCounter(event.timeMillis(), event.totalFuelUsedL());
        }
        elevationM = event.elevationM() == null ? elevationM : event.elevationM();
        if (event.speedKph() != null && event.elevationM() != null) {
            flatHaul.add(event.timeMillis(), event.speedKph(), event.elevationM(), loaded);
        }
        boolean hauls = event.state() == ProductionState.HAULING;
        if (loaded && hauls && event.payloadT() != null) {
            payloadT = event.payloadT();
        }
    }

    /** Fuel burnt in a cycle that ends at the given time, L; null when unknown. */
    Double fuelUntil(long millis) {
        return fuel.until(millis);
    }

    /**
     * Time with the engine running in a cycle that ends at the given time, s; null when unknown.
     */
    Double engineOnUntil(long millis) {
        return fuel.engineOnUntil(millis);
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
}
