package io.fueloptimine.models.cycle;

import io.fueloptimine.models.mine.consumption.EffectiveFlatHaul;

/**
 * Measures the effective flat haul of a truck's current cycle, empty and loaded, from speed and
 * elevation in order of time. Mutable state type; fields are public for Flink's POJO serializer.
 */
public final class FlatHaulMeter {

    /** The longest gap between two values over which the way is measured, s. */
    private static final double MAX_GAP_S = 60;

    /** The share of a travel time that the steps must cover, 0 to 1. */
    private static final double LEAST_SHARE = 0.9;

    private static final double MPS_PER_KPH = 1 / 3.6;
    private static final double MS_PER_S = 1_000;

    /** Effective flat haul of the finished steps, m, and the time that these steps cover, s. */
    public double emptyM;

    public double fullM;
    public double emptyS;
    public double fullS;

    /** Whether the next three fields describe the beginning of a step. */
    public boolean begun;

    public long fromMillis;
    public double fromKph;
    public double fromElevationM;

    /** Way since the beginning of the step, m, with the time and speed of its last value. */
    public double wayM;

    public long lastMillis;
    public double lastKph;

    /** Used by Flink's POJO serializer. */
    public FlatHaulMeter() {}

    /** Begins a cycle: resets the sums and keeps the step that has begun. */
    void begin() {
        emptyM = 0;
        fullM = 0;
        emptyS = 0;
        fullS = 0;
    }

    void add(long millis, double kph, double elevationM, boolean loaded) {
        double gapS = (millis - lastMillis) / MS_PER_S;
        if (!begun || gapS > MAX_GAP_S) {
            beginStep(millis, kph, elevationM);
            return;
        }
        wayM += (lastKph + kph) / 2 * MPS_PER_KPH * gapS;
        lastMillis = millis;
        lastKph = kph;
        double stepS = (millis - fromMillis) / MS_PER_S;
        if (stepS >= EffectiveFlatHaul.STEP_S) {
            double metres =
                    EffectiveFlatHaul.ofStepM(
                            wayM,
                            elevationM - fromElevationM,
                            fromKph * MPS_PER_KPH,
                            kph * MPS_PER_KPH);
            emptyM += loaded ? 0 : metres;
            fullM += loaded ? metres : 0;
            emptyS += loaded ? 0 : stepS;
            fullS += loaded ? stepS : 0;
            beginStep(millis, kph, elevationM);
        }
    }

    /**
     * The effective flat haul empty, m; null when it was not measured over most of the time.
     *
     * @param travelS time in which the truck travelled empty, s
     */
    Double emptyM(double travelS) {
        return emptyS < LEAST_SHARE * travelS ? null : emptyM;
    }

    /**
     * The effective flat haul loaded, m; null when it was not measured over most of the time.
     *
     * @param travelS time in which the truck travelled loaded, s
     */
    Double fullM(double travelS) {
        return fullS < LEAST_SHARE * travelS ? null : fullM;
    }

    private void beginStep(long millis, double kph, double elevationM) {
        begun = true;
        fromMillis = millis;
        fromKph = kph;
        fromElevationM = elevationM;
        wayM = 0;
        lastMillis = millis;
        lastKph = kph;
    }
}
