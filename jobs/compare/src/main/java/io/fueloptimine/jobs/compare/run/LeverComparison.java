package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.jobs.compare.variant.Variant;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Pairs of runs with and without each lever, everything else equal: the same variant, seed and
 * random numbers, and the same policy, except for {@link Lever#ROUTING} and {@link Lever#TOGETHER},
 * which are measured against fixed pairs.
 *
 * @param settings what all runs have in common
 * @param policy the policy with which levers beside the dispatch are measured
 * @param levers the levers
 * @param variants the variants of the mine
 * @param firstSeed the first seed
 * @param seeds number of seeds; they follow each other
 */
public record LeverComparison(
        RunSettings settings,
        PolicyName policy,
        List<Lever> levers,
        List<Variant> variants,
        long firstSeed,
        int seeds) {

    public LeverComparison {
        levers = List.copyOf(levers);
        variants = List.copyOf(variants);
    }

    /**
     * A run with a lever and the run without it.
     *
     * @param lever the lever
     * @param with the run with the lever
     * @param without the run without it
     */
    public record Pair(Lever lever, RunResult with, RunResult without) {}

    private record Arm(PolicyName policy, Set<Lever> levers, Variant variant, long seed) {}

    private record Ended(Arm arm, RunResult result) {}

    /**
     * Runs everything.
     *
     * @param threads number of runs at the same time
     * @return the pairs in the order of levers, variants and seeds
     * @throws InterruptedException when the calling thread is interrupted; the runs are then given
     *     up
     */
    public List<Pair> pairs(int threads, Comparison.Progress progress) throws InterruptedException {
        Map<Arm, RunResult> results = new LinkedHashMap<>();
        for (Lever lever : levers) {
            for (Variant variant : variants) {
                for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
                    results.put(without(lever, variant, seed), null);
                    results.put(with(lever, variant, seed), null);
                }
            }
        }
        run(results, threads, progress);
        List<Pair> pairs = new ArrayList<>();
        for (Lever lever : levers) {
            for (Variant variant : variants) {
                for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
                    pairs.add(
                            new Pair(
                                    lever,
                                    results.get(with(lever, variant, seed)),
                                    results.get(without(lever, variant, seed))));
                }
            }
        }
        return pairs;
    }

    private Arm with(Lever lever, Variant variant, long seed) {
        return new Arm(lever.policyWith(policy), lever.switchedOn(), variant, seed);
    }

    private Arm without(Lever lever, Variant variant, long seed) {
        return new Arm(lever.policyWithout(policy), lever.switchedOnWithout(), variant, seed);
    }

    private void run(Map<Arm, RunResult> results, int threads, Comparison.Progress progress)
            throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            CompletionService<Ended> ended = new ExecutorCompletionService<>(workers);
            results.keySet().forEach(arm -> ended.submit(() -> new Ended(arm, result(arm))));
            for (int done = 1; done <= results.size(); done++) {
                Ended one = ended.take().get();
                results.put(one.arm(), one.result());
                progress.runEnded(done, results.size());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a run failed: " + failed.getCause(), failed);
        } finally {
            workers.shutdownNow();
        }
    }

    private RunResult result(Arm arm) {
        return new PolicyRun(settings, arm.policy(), arm.variant(), arm.seed(), arm.levers())
                .result();
    }
}
