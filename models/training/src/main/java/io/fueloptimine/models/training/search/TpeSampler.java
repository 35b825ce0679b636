package io.fueloptimine.models.training.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The tree-structured Parzen estimator of Bergstra, Bardenet, Bengio and Kegl, "Algorithms for
 * Hyper-Parameter Optimization", NIPS 2011: one density from the best trials, one from all others;
 * of some candidates drawn from the first, the one that is likeliest under the first against the
 * second is tried.
 *
 * <p>Split, weights, bandwidths and prior are as Optuna 5.0.0 has them by default: the best tenth,
 * at most 25 trials, are the good ones; trials that failed count for nothing.
 *
 * @param startupTrials how many trials must have been completed or pruned before it stops choosing
 *     at random, 1 or more
 * @param candidates how many candidates are weighed up, 1 or more
 * @param joint whether a candidate is drawn for all parameters at once, so that what goes well
 *     together is seen, or for each parameter by itself
 */
public record TpeSampler(int startupTrials, int candidates, boolean joint) implements Sampler {

    /** Each parameter by itself: the paper's form, and the default of Optuna's earlier versions. */
    public static final TpeSampler INDEPENDENT = new TpeSampler(10, 24, false);

    /** All parameters at once: the default of Optuna 5.0.0. */
    public static final TpeSampler JOINT = new TpeSampler(10, 24, true);

    private static final RandomSampler STARTUP = new RandomSampler();

    public TpeSampler {
        if (startupTrials < 1) {
            throw new IllegalArgumentException(
                    "startupTrials must be 1 or more, was " + startupTrials);
        }
        if (candidates < 1) {
            throw new IllegalArgumentException("candidates must be 1 or more, was " + candidates);
        }
    }

    @Override
    public TrialParameters suggest(SearchSpace space, List<Trial> told, SplittableRandom random) {
        List<Trial> finished =
                told.stream().filter(trial -> trial.state() != TrialState.FAILED).toList();
        if (finished.size() < startupTrials) {
            return STARTUP.suggest(space, told, random);
        }
        TrialSplit split = TrialSplit.of(finished);
        Map<String, Object> values = new LinkedHashMap<>();
        for (SearchSpace part : parts(space)) {
            values.putAll(part.at(mostPromising(part, split, random)).values());
        }
        return new TrialParameters(values);
    }

    private List<SearchSpace> parts(SearchSpace space) {
        return joint ? List.of(space) : space.parameters().stream().map(SearchSpace::of).toList();
    }

    private double[] mostPromising(SearchSpace space, TrialSplit split, SplittableRandom random) {
        ParzenEstimate good = estimate(space, split.good());
        ParzenEstimate rest = estimate(space, split.rest());
        double[] best = good.draw(random);
        double mostPromise = promise(best, good, rest);
        for (int i = 1; i < candidates; i++) {
            double[] candidate = good.draw(random);
            double promise = promise(candidate, good, rest);
            if (promise > mostPromise) {
                best = candidate;
                mostPromise = promise;
            }
        }
        return best;
    }

    private static double promise(double[] point, ParzenEstimate good, ParzenEstimate rest) {
        return good.logLikelihood(point) - rest.logLikelihood(point);
    }

    private static ParzenEstimate estimate(SearchSpace space, List<Trial> trials) {
        return ParzenEstimate.of(
                space, trials.stream().map(trial -> space.point(trial.parameters())).toList());
    }
}
