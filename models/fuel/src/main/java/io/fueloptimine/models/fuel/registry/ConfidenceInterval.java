package io.fueloptimine.models.fuel.registry;

/**
 * A 95 % confidence interval.
 *
 * @param low lower bound, in the unit of the metric
 * @param high upper bound
 */
public record ConfidenceInterval(double low, double high) {

    public ConfidenceInterval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "confidence interval from " + low + " to " + high + ": expected low <= high");
        }
    }
}
