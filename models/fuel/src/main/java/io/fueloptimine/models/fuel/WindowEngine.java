package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.ProductionState;

/**
 * Whether the engine ran and the machine stood, as shares of the readings that tell.
 *
 * @param onShare share of readings with the engine on, 0 to 1; NaN when none tells
 * @param idleShare share of readings standing with the engine on, 0 to 1; NaN when none tells
 */
record WindowEngine(double onShare, double idleShare) {

    /** A diesel turns over at 600 and more; a starter motor at 200. */
    private static final double RUNNING_RPM = 300;

    private static final double STANDING_KPH = 0.5;

    static WindowEngine of(WindowSamples samples) {
        int told = 0;
        int on = 0;
        int moving = 0;
        int idle = 0;
        for (int i = 0; i < samples.size; i++) {
            double running = running(samples, i);
            double speedKph = samples.cell(i, WindowSamples.SPEED_KPH);
            if (Double.isNaN(running)) {
                continue;
            }
            told++;
            on += running > 0 ? 1 : 0;
            moving += Double.isNaN(speedKph) ? 0 : 1;
            idle += running > 0 && speedKph < STANDING_KPH ? 1 : 0;
        }
        return new WindowEngine(share(on, told), share(idle, moving));
    }

    /** 1, 0, or NaN when no sensor tells: engine speed before fuel rate before the state. */
    private static double running(WindowSamples samples, int row) {
        double rpm = samples.cell(row, WindowSamples.ENGINE_RPM);
        if (!Double.isNaN(rpm)) {
            return rpm > RUNNING_RPM ? 1 : 0;
        }
        double rateLph = samples.cell(row, WindowSamples.FUEL_RATE_LPH);
        if (!Double.isNaN(rateLph)) {
            return rateLph > 0 ? 1 : 0;
        }
        double state = samples.cell(row, WindowSamples.STATE);
        return Double.isNaN(state) || state == ProductionState.PARKED.ordinal()
                ? Double.NaN
                : state == ProductionState.OFF.ordinal() ? 0 : 1;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
