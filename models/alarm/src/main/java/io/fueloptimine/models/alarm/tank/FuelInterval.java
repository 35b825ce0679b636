package io.fueloptimine.models.alarm.tank;

/**
 * The sums between two refuellings. Immutable.
 *
 * @param fromMs end of the refuelling before, ms since the epoch
 * @param toMs start of the refuelling that ends the interval; {@link Long#MAX_VALUE} while it lasts
 * @param startL content at the start by the level, L
 * @param startMeteredL fuel metered until the start, L
 * @param endL content at the end by the level, L; NaN while it lasts
 * @param endMeteredL fuel metered until the end, L; NaN while it lasts
 * @param afterFillL content after the refuelling that ends the interval, L; NaN while it lasts
 * @param fillIdMs id of the refuelling that ends the interval; 0 while it lasts
 * @param offMs time with the engine off, ms
 * @param drainedL litres lost in steps while the machine stood
 * @param expectedL litres that the model expects in the scored time
 * @param scoredS time that the model scored, s
 * @param metered whether all fuel of the interval was metered
 * @param loss loss and error of the meter at the end
 */
public record FuelInterval(
        long fromMs,
        long toMs,
        double startL,
        double startMeteredL,
        double endL,
        double endMeteredL,
        double afterFillL,
        long fillIdMs,
        long offMs,
        double drainedL,
        double expectedL,
        double scoredS,
        boolean metered,
        LossEstimate loss) {

    static FuelInterval since(long fromMs, double startL, double startMeteredL) {
        return new FuelInterval(
                fromMs,
                Long.MAX_VALUE,
                startL,
                startMeteredL,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0,
                0,
                0,
                0,
                0,
                true,
                LossEstimate.NONE);
    }

    FuelInterval endedBy(LevelSteps.Step fill, long idMs, LossEstimate atEnd) {
        return new FuelInterval(
                fromMs,
                fill.fromMs(),
                startL,
                startMeteredL,
                fill.beforeL(),
                fill.meteredBeforeL(),
                fill.afterL(),
                idMs,
                offMs,
                drainedL,
                expectedL,
                scoredS,
                metered,
                atEnd);
    }

    FuelInterval withMinute(long offMoreMs, boolean known) {
        return with(offMs + offMoreMs, drainedL, expectedL, scoredS, metered && known);
    }

    FuelInterval withDrained(double litres) {
        return with(offMs, drainedL + litres, expectedL, scoredS, metered);
    }

    /** With expected litres, if their window is within the interval. */
    FuelInterval withExpected(long atMs, double moreL, double moreS) {
        return atMs >= fromMs && atMs < toMs
                ? with(offMs, drainedL, expectedL + moreL, scoredS + moreS, metered)
                : this;
    }

    private FuelInterval with(
            long newOffMs,
            double newDrainedL,
            double newExpectedL,
            double newScoredS,
            boolean newMetered) {
        return new FuelInterval(
                fromMs,
                toMs,
                startL,
                startMeteredL,
                endL,
                endMeteredL,
                afterFillL,
                fillIdMs,
                newOffMs,
                newDrainedL,
                newExpectedL,
                newScoredS,
                newMetered,
                loss);
    }

    double levelL() {
        return startL - endL;
    }

    double meteredL() {
        return endMeteredL - startMeteredL;
    }

    double hours() {
        return (toMs - fromMs) / 3_600_000.0;
    }
}
