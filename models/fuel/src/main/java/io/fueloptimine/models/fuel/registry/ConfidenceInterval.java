package io.fueloptimine.models.fuel.registry;

/**
 * Between which bounds a figure lies with 95 % confidence.
 *
 * @param low lower bound, in the figure's unit
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
