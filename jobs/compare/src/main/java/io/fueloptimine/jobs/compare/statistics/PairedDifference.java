package io.fueloptimine.jobs.compare.statistics;

import java.util.List;

/**
 * The mean difference of a quantity between a policy and the reference, over runs with the same
 * seeds.
 *
 * @param reference mean of the reference's runs
 * @param policy mean of the policy's runs
 * @param difference policy minus reference, in the unit of the quantity
 * @param percent the difference of each seed in percent of the reference's run with that seed
 */
public record PairedDifference(
        double reference, double policy, MeanInterval difference, MeanInterval percent) {

    /** The difference over pairs of runs. */
    public static PairedDifference of(Quantity quantity, List<RunPair> pairs) {
        return new PairedDifference(
                pairs.stream()
                        .mapToDouble(p -> quantity.of(p.reference()))
                        .average()
                        .orElse(Double.NaN),
                pairs.stream().mapToDouble(p -> quantity.of(p.run())).average().orElse(Double.NaN),
                MeanInterval.of(pairs.stream().mapToDouble(p -> p.difference(quantity)).toArray()),
                MeanInterval.of(pairs.stream().mapToDouble(p -> p.percent(quantity)).toArray()));
    }
}
