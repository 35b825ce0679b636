package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.jobs.compare.variant.Variant;
import io.fueloptimine.models.dispatch.policy.PolicyName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * All runs of a comparison: each policy on each variant with each seed, on several threads. The
 * results and their order do not depend on the number of threads and on the speed of the host.
 *
 * @param settings what all runs have in common
 * @param policies the policies
 * @param variants the variants of the mine
 * @param firstSeed the first seed
 * @param seeds number of seeds; they follow each other
 */
public record Comparison(
        RunSettings settings,
        List<PolicyName> policies,
        List<Variant> variants,
        long firstSeed,
        int seeds) {

    public Comparison {
        policies = List.copyOf(policies);
        variants = List.copyOf(variants);
    }

    /** Receives the progress of a comparison. */
    public interface Progress {

        /**
         * A run has ended. The calls come from one thread.
         *
         * @param done number of runs that have ended
         * @param all number of runs
         */
        void runEnded(int done, int all);
    }

    /**
     * The results, and how fast the runs were.
     *
     * @param runs the results in the order of variants, seeds and policies
     * @param speedUps simulated time by wall time of a run, one mean for each policy in the order
     *     of the policies
     */
    public record Outcome(List<RunResult> runs, List<Double> speedUps) {}

    private record Run(int index, PolicyName policy, Variant variant, long seed) {}

    private record Ended(int index, PolicyName policy, RunResult result, Duration busy) {}

    /**
     * Runs everything.
     *
     * @param threads number of runs at the same time
     * @throws InterruptedException when the calling thread is interrupted; the runs are then given
     *     up
     */
    public Outcome outcome(int threads, Progress progress) throws InterruptedException {
        List<Run> runs = runs();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            CompletionService<Ended> ended = new ExecutorCompletionService<>(workers);
            runs.forEach(run -> ended.submit(() -> ended(run)));
            Ended[] all = new Ended[runs.size()];
            for (int done = 1; done <= runs.size(); done++) {
                Ended one = resultOf(ended.take());
                all[one.index()] = one;
                progress.runEnded(done, runs.size());
            }
            return outcome(List.of(all));
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (Variant variant : variants) {
            for (long seed : LongStream.range(firstSeed, firstSeed + seeds).toArray()) {
                for (PolicyName policy : policies) {
                    runs.add(new Run(runs.size(), policy, variant, seed));
                }
            }
        }
        return runs;
    }

    private Ended ended(Run run) {
        long startedNanos = System.nanoTime();
        RunResult result =
                new PolicyRun(settings, run.policy(), run.variant(), run.seed()).result();
        Duration busy = Duration.ofNanos(System.nanoTime() - startedNanos);
        return new Ended(run.index(), run.policy(), result, busy);
    }

    private static Ended resultOf(Future<Ended> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a run failed: " + failed.getCause(), failed);
        }
    }

    private Outcome outcome(List<Ended> all) {
        List<RunResult> results = all.stream().map(Ended::result).toList();
        List<Double> speedUps = new ArrayList<>();
        for (PolicyName policy : policies) {
            double simulatedS = 0;
            double busyS = 0;
            for (Ended one : all) {
                if (one.policy() == policy) {
                    simulatedS += settings.span().toMillis() / 1e3;
                    busyS += one.busy().toNanos() / 1e9;
                }
            }
            speedUps.add(simulatedS / busyS);
        }
        return new Outcome(results, List.copyOf(speedUps));
    }
}
