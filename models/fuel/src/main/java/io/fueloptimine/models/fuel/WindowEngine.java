package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.reading.ProductionState;

/**
 * The share of readings with the engine on, and the share of readings with the machine idling.
 *
 * @param onShare share of readings with the engine on, 0 to 1; NaN when unknown
 * @param idleShare share of readings at a standstill with the engine on, 0 to 1; NaN when unknown
 */
record WindowEngine(double onShare, double idleShare) {

    /**
     * The engine speed above which an engine is running, rpm. A running diesel engine has at least
     * 600 rpm; a starter motor turns an engine at 200 rpm.
     */
    private static final double RUNNING_RPM = 300;

    private static final double STANDING_KPH = 0.5;

    static WindowEngine of(WindowSamples samples) {
        int known = 0;
        int on = 0;
        int moving = 0;
        int idle = 0;
        for (int i = 0; i < samples.size; i++) {
            double running = running(samples, i);
            double speedKph = samples.cell(i, WindowSamples.SPEED_KPH);
            if (Double.isNaN(running)) {
                continue;
            }
            known++;
            on += running > 0 ? 1 : 0;
            moving += Double.isNaN(speedKph) ? 0 : 1;
            idle += running > 0 && speedKph < STANDING_KPH ? 1 : 0;
        }
        return new WindowEngine(share(on, known), share(idle, moving));
    }

    /**
     * Whether the engine is running in a row: 1 for yes, 0 for no, NaN when unknown. The first
     * available value decides: engine speed, fuel rate or production state.
     */
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
