package io.fueloptimine.models.alarm.tank;

import io.fueloptimine.models.mine.consumption.ScoredWindow;

/**
 * The fuel that the model expects for one window.
 *
 * @param startMs start of the window, ms since the epoch
 * @param expectedL litres expected
 * @param coveredS seconds of the window that readings cover
 */
public record ExpectedMinute(long startMs, double expectedL, double coveredS) {

    /** The expectation of a scored window. */
    public static ExpectedMinute of(ScoredWindow score) {
        return new ExpectedMinute(
                score.window().start().toEpochMilli(),
                score.expectedL(),
                score.window().coveredS());
    }
}
