package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.consumption.EffectiveFlatHaul;

/**
 * Sums up the effective flat haul of a window in steps of about {@link EffectiveFlatHaul#STEP_S}.
 * The last step of a window may be shorter. Not thread-safe.
 */
final class FlatHaulSteps {

    private static final double MPS_PER_KPH = 1 / 3.6;
    private static final double MS_PER_S = 1_000;

    /** The longest time between two values, s; a longer gap is left out. */
    private static final double LONGEST_GAP_S = 2 * SensorSeries.VALID_S;

    private double metres;
    private double seconds;
    private double fromMs = Double.NaN;
    private double fromMps;
    private double fromElevationM;
    private double lastMs;
    private double lastMps;
    private double lastElevationM;
    private double wayM;

    /** Adds the next row, in order of time. A row without speed or elevation is left out. */
    void add(double timeMs, double speedKph, double elevationM) {
        if (Double.isNaN(speedKph) || Double.isNaN(elevationM)) {
            return;
        }
        double mps = speedKph * MPS_PER_KPH;
        double gapS = (timeMs - lastMs) / MS_PER_S;
        if (!Double.isNaN(fromMs) && gapS > LONGEST_GAP_S) {
            closeStep();
            fromMs = Double.NaN;
        }
        if (Double.isNaN(fromMs)) {
            beginStep(timeMs, mps, elevationM);
        } else {
            wayM += (lastMps + mps) / 2 * gapS;
        }
        lastMs = timeMs;
        lastMps = mps;
        lastElevationM = elevationM;
        if (timeMs - fromMs >= EffectiveFlatHaul.STEP_S * MS_PER_S) {
            closeStep();
            beginStep(timeMs, mps, elevationM);
        }
    }

    /** The effective flat haul of all steps so far, m. */
    double metres() {
        closeStep();
        return metres;
    }

    /** The time that the steps cover, s. */
    double seconds() {
        closeStep();
        return seconds;
    }

    private void beginStep(double timeMs, double mps, double elevationM) {
        fromMs = timeMs;
        fromMps = mps;
        fromElevationM = elevationM;
        wayM = 0;
    }

    private void closeStep() {
        if (Double.isNaN(fromMs) || lastMs <= fromMs) {
            return;
        }
        metres +=
                EffectiveFlatHaul.ofStepM(wayM, lastElevationM - fromElevationM, fromMps, lastMps);
        seconds += (lastMs - fromMs) / MS_PER_S;
        beginStep(lastMs, lastMps, lastElevationM);
    }
}
