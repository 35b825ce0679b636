package io.fueloptimine.models.dispatch.outlier;

import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * A mixed model with two crossed random effects: {@code y = mean + a(first) + b(second) + error}.
 * The variances are estimated by restricted maximum likelihood with the EM algorithm, and the
 * effects are the best linear unbiased predictions (Henderson's equations, {@link
 * CrossedEquations}): with little evidence they are near 0. Immutable.
 *
 * <p>The algorithm ends when no variance changes by more than 1e-10 of itself in a round, and after
 * 60 rounds at the latest. The variance of an effect that does not exist decreases slowly: after 60
 * rounds the estimate may be above the one of maximum likelihood.
 */
final class MixedModel {

    /** One observation; its error has the variance of the errors divided by its weight. */
    record Row(int first, int second, double value, double weight) {

        private Row swapped() {
            return new Row(second, first, value, weight);
        }
    }

    private static final int MOST_ROUNDS = 60;
    private static final double TOLERANCE = 1e-10;
    private static final double LEAST_VARIANCE = 1e-8;

    /**
     * Whether the second effect is the first one of the equations, which have the smaller first.
     */
    private final boolean isSwapped;

    private final int leading;
    private final double[] solution;
    private final double[] errors;

    /**
     * Fits the model.
     *
     * @throws CancellationException if the thread is interrupted
     */
    MixedModel(List<Row> rows, int firsts, int seconds) {
        isSwapped = firsts > seconds;
        leading = Math.min(firsts, seconds);
        CrossedEquations equations =
                new CrossedEquations(
                        isSwapped ? rows.stream().map(Row::swapped).toList() : rows,
                        leading,
                        Math.max(firsts, seconds));
        Variances now = Variances.start(rows);
        Variances before;
        CrossedEquations.Solution found;
        int round = 0;
        do {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the thread was interrupted");
            }
            before = now;
            found = equations.solve(now.error / now.first, now.error / now.second);
            now =
                    now.next(
                            found,
                            leading,
                            equations.residualProducts(found.values())
                                    / Math.max(1, rows.size() - 1));
            round++;
        } while (round < MOST_ROUNDS && !now.isNear(before));
        solution = found.values();
        errors = found.variances();
        for (int i = 0; i < errors.length; i++) {
            errors[i] *= before.error;
        }
    }

    /**
     * The variances of the errors (for weight 1) and of the effects, as the equations order them.
     */
    private record Variances(double error, double first, double second) {

        private static Variances start(List<Row> rows) {
            double spread =
                    rows.stream().mapToDouble(row -> row.value() * row.value()).average().orElse(1);
            double third = Math.max(LEAST_VARIANCE, spread / 3);
            return new Variances(third, third, third);
        }

        /**
         * The estimates after a solution of the equations.
         *
         * @param errorVariance the estimate of restricted maximum likelihood
         */
        private Variances next(CrossedEquations.Solution found, int firsts, double errorVariance) {
            return new Variances(
                    Math.max(LEAST_VARIANCE, errorVariance),
                    ofEffect(found, 1, 1 + firsts),
                    ofEffect(found, 1 + firsts, found.values().length));
        }

        private double ofEffect(CrossedEquations.Solution found, int from, int end) {
            double sum = 0;
            for (int i = from; i < end; i++) {
                double value = found.values()[i];
                sum += value * value + error * found.variances()[i];
            }
            return Math.max(LEAST_VARIANCE, sum / (end - from));
        }

        private boolean isNear(Variances other) {
            return isNear(error, other.error)
                    && isNear(first, other.first)
                    && isNear(second, other.second);
        }

        private static boolean isNear(double one, double other) {
            return Math.abs(one - other) <= TOLERANCE * other;
        }
    }

    /** Effect of a level of the first kind. */
    double first(int index) {
        return solution[at(index, isSwapped)];
    }

    /** Standard error of {@link #first}. */
    double firstError(int index) {
        return Math.sqrt(errors[at(index, isSwapped)]);
    }

    /** Effect of a level of the second kind. */
    double second(int index) {
        return solution[at(index, !isSwapped)];
    }

    /** Standard error of {@link #second}. */
    double secondError(int index) {
        return Math.sqrt(errors[at(index, !isSwapped)]);
    }

    private int at(int index, boolean isTrailing) {
        return 1 + index + (isTrailing ? leading : 0);
    }
}
