package io.fueloptimine.jobs.compare.statistics;

import io.fueloptimine.jobs.compare.run.RunResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A policy compared with the reference on one variant, over the seeds that both have.
 *
 * @param runs all runs of the policy
 * @param seeds the seeds that both policies have, ascending
 * @param differences the paired differences over the comparable runs; empty when the policies are
 *     not comparable
 * @param adjustedLitresPct litres adjusted for haul ({@link HaulStandard}) minus the reference's
 *     litres, in percent of these: over the comparable runs when the policies are comparable, over
 *     all pairs otherwise
 * @param boundShare share of the avoidable empty distance that the policy avoided: (empty distance
 *     of the reference - empty distance of the policy) / (empty distance of the reference - least
 *     empty distance for the reference's loads), over the comparable runs; NaN when the policies
 *     are not comparable or the reference drove no more than the least distance
 */
public record PolicyComparison(
        PolicyRuns runs,
        List<SeedComparison> seeds,
        Map<Quantity, PairedDifference> differences,
        MeanInterval adjustedLitresPct,
        double boundShare) {

    /** The share of comparable runs that two policies must have to be comparable. */
    public static final double LEAST_COMPARABLE_SHARE = 0.8;

    static PolicyComparison of(PolicyRuns reference, PolicyRuns policy, HaulStandard standard) {
        List<SeedComparison> seeds =
                pairs(reference, policy).stream().map(SeedComparison::of).toList();
        boolean comparable = share(seeds) >= LEAST_COMPARABLE_SHARE;
        List<RunPair> pairs =
                seeds.stream()
                        .filter(seed -> seed.comparable() || !comparable)
                        .map(SeedComparison::pair)
                        .toList();
        MeanInterval adjusted =
                MeanInterval.of(pairs.stream().mapToDouble(standard::adjustedPercent).toArray());
        Map<Quantity, PairedDifference> differences = new EnumMap<>(Quantity.class);
        if (comparable) {
            for (Quantity quantity : Quantity.values()) {
                differences.put(quantity, PairedDifference.of(quantity, pairs));
            }
        }
        return new PolicyComparison(
                policy, seeds, differences, adjusted, comparable ? boundShare(pairs) : Double.NaN);
    }

    /** The number of comparable runs. */
    public long comparableRuns() {
        return seeds.stream().filter(SeedComparison::comparable).count();
    }

    /** The share of comparable runs, 0 to 1; NaN when the policies have no seed in common. */
    public double comparableShare() {
        return share(seeds);
    }

    /** Whether the share of comparable runs is at least {@link #LEAST_COMPARABLE_SHARE}. */
    public boolean comparable() {
        return share(seeds) >= LEAST_COMPARABLE_SHARE;
    }

    private static double share(List<SeedComparison> seeds) {
        return (double) seeds.stream().filter(SeedComparison::comparable).count() / seeds.size();
    }

    private static List<RunPair> pairs(PolicyRuns reference, PolicyRuns policy) {
        Map<Long, RunResult> bySeed =
                reference.runs().stream().collect(Collectors.toMap(RunResult::seed, run -> run));
        List<RunPair> pairs = new ArrayList<>();
        policy.runs().stream()
                .filter(run -> bySeed.containsKey(run.seed()))
                .forEach(run -> pairs.add(new RunPair(bySeed.get(run.seed()), run)));
        return pairs;
    }

    private static double boundShare(List<RunPair> pairs) {
        double reference = sum(pairs, pair -> pair.reference().emptyMetres());
        double policy = sum(pairs, pair -> pair.run().emptyMetres());
        double least = sum(pairs, pair -> pair.reference().optimalEmptyMetres());
        return reference > least ? (reference - policy) / (reference - least) : Double.NaN;
    }

    private static double sum(List<RunPair> pairs, ToDoubleFunction<RunPair> value) {
        return pairs.stream().mapToDouble(value).sum();
    }
}
