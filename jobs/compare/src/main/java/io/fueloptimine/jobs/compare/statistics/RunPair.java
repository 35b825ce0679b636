package io.fueloptimine.jobs.compare.statistics;

import io.fueloptimine.jobs.compare.run.RunResult;

/**
 * Two runs with the same variant and seed.
 *
 * @param reference the run of the reference policy
 * @param run the run of the policy that is compared with it
 */
public record RunPair(RunResult reference, RunResult run) {

    /** The difference of a quantity: run minus reference. */
    public double difference(Quantity quantity) {
        return quantity.of(run) - quantity.of(reference);
    }

    /** The difference in percent of the reference; NaN when the reference has the value zero. */
    public double percent(Quantity quantity) {
        double base = quantity.of(reference);
        return base == 0 ? Double.NaN : 100 * difference(quantity) / base;
    }
}
