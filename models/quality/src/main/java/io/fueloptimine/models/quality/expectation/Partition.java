package io.fueloptimine.models.quality.expectation;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * A reference distribution, given by the weights of bins or of named values, as in the partition
 * object of Great Expectations.
 *
 * @param bins the edges of the bins, ascending, one more than weights; empty for named values
 * @param values the named values as text; empty for bins
 * @param weights the share of each bin or named value; the shares add up to 1
 */
public record Partition(List<Double> bins, List<String> values, List<Double> weights)
        implements Serializable {

    private static final double TOLERANCE = 0.001;

    public Partition {
        bins = List.copyOf(bins);
        values = List.copyOf(values);
        weights = List.copyOf(weights);
    }

    static Partition read(SuiteNode rule) {
        SuiteNode node = rule.child("partition_object");
        node.allowOnly(Set.of("bins", "values", "weights"));
        Partition partition =
                new Partition(node.numbers("bins"), node.values("values"), node.numbers("weights"));
        partition.check(node);
        return partition;
    }

    private void check(SuiteNode node) {
        if (bins.isEmpty() == values.isEmpty()) {
            node.fault("expected either bins or values");
        }
        int expected = bins.isEmpty() ? values.size() : bins.size() - 1;
        if (weights.size() != expected || expected < 1) {
            node.fault("weights: expected " + Math.max(1, expected) + ", found " + weights.size());
        }
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > TOLERANCE || weights.stream().anyMatch(weight -> weight < 0)) {
            node.fault("weights: expected shares that sum up to 1, found " + weights);
        }
        for (int i = 1; i < bins.size(); i++) {
            if (bins.get(i) <= bins.get(i - 1)) {
                node.fault("bins: expected ascending edges, found " + bins);
                return;
            }
        }
    }
}
