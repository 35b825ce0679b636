package io.fueloptimine.operators.cycle;

import io.fueloptimine.models.mine.ProductionState;

/**
 * What a truck drove and burnt during a cycle, from its telemetry in order of time. A mutable state
 * type; all fields are for Flink.
 */
public final class Odometer {

    /** Speed is not carried over longer silence. */
    private static final double MAX_STEP_S = 60;

    /** Twice what the largest engine can burn; a faster counter was replaced, not run. */
    private static final double MAX_RATE_LPH = 2_500;

    private static final double METRES_PER_S_PER_KPH = 1 / 3.6;
    private static final double S_PER_H = 3_600;

    public double emptyDistanceM;
    public double fullDistanceM;

    /** Litres burnt since the cycle began, L; null while the counter told nothing. */
    public Double fuelL;

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
    void begin() {
        emptyDistanceM = 0;
        fullDistanceM = 0;
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
        if (counterL != null) {
            double litres = event.totalFuelUsedL() - counterL;
            double hours = (event.timeMillis() - counterAtMillis) / 1_000.0 / S_PER_H;
            // One resolution step of the counter may come at once, however short the time.
            boolean possible = litres >= 0 && litres <= MAX_RATE_LPH * hours + 1;
            fuelL = (fuelL == null ? 0 : fuelL) + (possible ? litres : 0);
        }
        counterL = event.totalFuelUsedL();
        counterAtMillis = event.timeMillis();
    }
}
