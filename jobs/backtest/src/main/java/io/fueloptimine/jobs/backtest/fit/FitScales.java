package io.fueloptimine.jobs.backtest.fit;

/**
 * Factors with which the simulated means per cycle of the shifts to which the fit was made equal
 * the recorded ones. They make up for what a truck meets between the recorded mean values, such as
 * slower trucks ahead.
 *
 * @param emptyTravel factor of the travel times of empty trucks
 * @param loadedTravel factor of the travel times of loaded trucks
 * @param dumpHold factor of the times that dumps hold trucks
 */
public record FitScales(double emptyTravel, double loadedTravel, double dumpHold) {

    /** Factors before the first comparison. */
    public static final FitScales NONE = new FitScales(1, 1, 1);

    /**
     * These factors times others.
     *
     * @param empty factor of {@code emptyTravel}
     * @param loaded factor of {@code loadedTravel}
     * @param hold factor of {@code dumpHold}
     */
    public FitScales times(double empty, double loaded, double hold) {
        return new FitScales(emptyTravel * empty, loadedTravel * loaded, dumpHold * hold);
    }
}
