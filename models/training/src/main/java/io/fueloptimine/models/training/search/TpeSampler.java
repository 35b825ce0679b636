package io.fueloptimine.models.training.search;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The tree-structured Parzen estimator of Bergstra, Bardenet, Bengio and Kegl, "Algorithms for
 * Hyper-Parameter Optimization", NIPS 2011. It estimates one density from the best trials and one
 * density from all other trials. It draws candidates from the density of the best trials and
 * chooses the candidate with the highest ratio of the two densities. All parameters are sampled
 * jointly.
 *
 * <p>Split, weights, bandwidths and prior follow the defaults of Optuna 5.0.0: the best tenth of
 * the trials, at most 25, count as the best trials; failed trials are ignored.
 *
 * @param startupTrials number of completed or pruned trials before which parameters are sampled at
 *     random, 1 or more
 * @param candidates candidates drawn per trial, 1 or more
 */
public record TpeSampler(int startupTrials, int candidates) implements Sampler {

    /** The default settings of Optuna 5.0.0. */
    public static final TpeSampler DEFAULT = new TpeSampler(10, 24);

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
    public TrialParameters suggest(SearchSpace space, List<Trial> trials, SplittableRandom random) {
        List<Trial> finished =
                trials.stream().filter(trial -> trial.state() != TrialState.FAILED).toList();
        if (finished.size() < startupTrials) {
            return STARTUP.suggest(space, trials, random);
        }
        return space.at(best(space, TrialSplit.of(finished), random));
    }

    private double[] best(SearchSpace space, TrialSplit split, SplittableRandom random) {
        ParzenEstimate good = estimate(space, split.good());
        ParzenEstimate rest = estimate(space, split.rest());
        double[] best = good.draw(random);
        double bestRatio = logRatio(best, good, rest);
        for (int i = 1; i < candidates; i++) {
            double[] candidate = good.draw(random);
            double ratio = logRatio(candidate, good, rest);
            if (ratio > bestRatio) {
                best = candidate;
                bestRatio = ratio;
            }
        }
        return best;
    }

    private static double logRatio(double[] point, ParzenEstimate good, ParzenEstimate rest) {
        return good.logLikelihood(point) - rest.logLikelihood(point);
    }

    private static ParzenEstimate estimate(SearchSpace space, List<Trial> trials) {
        return ParzenEstimate.of(
                space, trials.stream().map(trial -> space.point(trial.parameters())).toList());
    }
}
