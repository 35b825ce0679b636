package io.fueloptimine.models.drift.residual;

/**
 * A lasting change of a residual ratio (burnt over expected litres, minus 1).
 *
 * @param step true if ADWIN detected it, false for the cumulative sum
 * @param ratioBefore the ratio before the change
 * @param ratioAfter the ratio after it
 * @param samplesBefore number of samples before the change
 * @param samplesAfter number of samples after the change
 * @param sinceMs estimated time of the change, ms since the epoch (UTC)
 * @param ended whether the ratio is back where it was before an earlier change
 */
public record ResidualChange(
        boolean step,
        double ratioBefore,
        double ratioAfter,
        long samplesBefore,
        long samplesAfter,
        long sinceMs,
        boolean ended) {

    /** The ratio after the change minus the one before it. */
    public double shift() {
        return ratioAfter - ratioBefore;
    }

    ResidualChange asEnded(boolean isEnded) {
        return new ResidualChange(
                step, ratioBefore, ratioAfter, samplesBefore, samplesAfter, sinceMs, isEnded);
    }
}
