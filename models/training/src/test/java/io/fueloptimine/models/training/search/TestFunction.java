package io.fueloptimine.models.training.search;

import java.util.stream.IntStream;

/** Functions with known minima on which samplers are compared. */
enum TestFunction implements TrialObjective {
    /** Branin: minimum 0.397887 at three points. */
    BRANIN(RealParameter.uniform("x", -5, 10), RealParameter.uniform("y", 0, 15)) {
        @Override
        public double value(TrialParameters at, TrialProgress progress) {
            double x = at.real("x");
            double bend =
                    at.real("y") - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
            return bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
        }
    },

    /** Hartmann's function in six dimensions: minimum -3.32237. */
    HARTMANN_6(
            IntStream.range(0, 6)
                    .mapToObj(i -> RealParameter.uniform("x" + i, 0, 1))
                    .toArray(SearchParameter[]::new)) {
        @Override
        public double value(TrialParameters at, TrialProgress progress) {
            double sum = 0;
            for (int i = 0; i < HEIGHTS.length; i++) {
                double apart = 0;
                for (int j = 0; j < 6; j++) {
                    apart += NARROWNESS[i][j] * Math.pow(at.real("x" + j) - CENTRES[i][j], 2);
                }
                sum += HEIGHTS[i] * Math.exp(-apart);
            }
            return -sum;
        }
    },

    /**
     * Resembles the error of a booster: a rate on a log scale that interacts with an integer.
     * Minimum 0 at depth 6, rate 0.03.
     */
    MIXED(RealParameter.logUniform("rate", 1e-4, 1), new IntegerParameter("depth", 1, 12)) {
        @Override
        public double value(TrialParameters at, TrialProgress progress) {
            int depth = at.integer("depth");
            double offRate = Math.log10(at.real("rate") / 0.03) + 0.1 * (depth - 6);
            return offRate * offRate + 0.05 * Math.pow(depth - 6, 2);
        }
    };

    private static final double[] HEIGHTS = {1, 1.2, 3, 3.2};
    private static final double[][] NARROWNESS = {
        {10, 3, 17, 3.5, 1.7, 8},
        {0.05, 10, 17, 0.1, 8, 14},
        {3, 3.5, 1.7, 10, 17, 8},
        {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] CENTRES = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };

    private final SearchSpace space;

    TestFunction(SearchParameter... parameters) {
        this.space = SearchSpace.of(parameters);
    }

    SearchSpace space() {
        return space;
    }

    /** The lowest value that a search of this many trials finds. */
    double lowestFound(Sampler sampler, long seed, int trials) {
        StudySettings settings =
                new StudySettings(name(), seed, space, sampler, MedianPruner.DEFAULT);
        return Study.inMemory(settings)
                .run(this, trials, Trials.NO_LISTENER)
                .orElseThrow()
                .value()
                .orElseThrow();
    }
}
