package io.fueloptimine.models.drift.residual;

import java.util.Arrays;

/**
 * The usual residual ratio of one truck with each of its operators, learned from the first samples
 * after the arrival of a model version. Operators on identical trucks differ by more than the wear
 * that is to be detected, so that a truck is compared with itself under the same operator.
 *
 * <p>The arrays have one entry per operator, the operator of the oldest sample first, and must not
 * be modified. Immutable.
 *
 * @param operators the operators; an unknown operator is the empty text
 * @param samples the number of samples that each mean contains
 * @param means the mean residual ratio of each operator
 * @param squares the sum of squared deviations from the means, over all operators
 * @param counted the number of samples in {@code squares}
 */
public record References(
        String[] operators, int[] samples, double[] means, double squares, long counted) {

    /** No samples. */
    public static final References NONE =
            new References(new String[0], new int[0], new double[0], 0, 0);

    /** The operators of a truck that are remembered; four crews take turns as a rule. */
    private static final int MOST_OPERATORS = 8;

    /** Samples whose weight a reference keeps when all trucks of a group have changed. */
    private static final int KEPT_AFTER_SHIFT = 4;

    /** Variance of the samples after such a change, relative to before. */
    private static final double WIDER_AFTER_SHIFT = 2;

    /** The number of samples with an operator; 0 for an unknown one. */
    int samplesOf(String operator) {
        int index = indexOf(operator);
        return index < 0 ? 0 : samples[index];
    }

    /** The mean with an operator; without samples of this operator, the mean of all; else 0. */
    double meanOf(String operator) {
        int index = indexOf(operator);
        return index < 0 ? Arrays.stream(means).average().orElse(0) : means[index];
    }

    /**
     * The standard deviation of a sample from the mean of its operator.
     *
     * @param usual the standard deviation that is assumed without samples
     * @param weight the samples that the assumed one counts for
     */
    double spread(double usual, int weight) {
        return Math.sqrt((usual * usual * weight + squares) / (weight + counted));
    }

    /** A copy with one more sample of an operator, which becomes the newest operator. */
    References with(String operator, double ratio, int mostSamples) {
        int index = indexOf(operator);
        int known = index < 0 ? 0 : samples[index];
        double mean = index < 0 ? ratio : means[index];
        double weight = 1.0 / Math.min(known + 1, mostSamples);
        double next = mean + (ratio - mean) * weight;
        boolean learnt = known > 0 && known < mostSamples;
        References rest = index < 0 ? oldestDropped() : without(index);
        int size = rest.operators.length;
        String[] names = Arrays.copyOf(rest.operators, size + 1);
        int[] numbers = Arrays.copyOf(rest.samples, size + 1);
        double[] levels = Arrays.copyOf(rest.means, size + 1);
        names[size] = operator;
        numbers[size] = Math.min(known + 1, mostSamples);
        levels[size] = next;
        return new References(
                names,
                numbers,
                levels,
                squares + (learnt ? (ratio - mean) * (ratio - next) : 0),
                counted + (learnt ? 1 : 0));
    }

    /** A copy after a change of this truck alone, whose new level is known. */
    References shifted(double shift) {
        return new References(
                operators,
                samples,
                Arrays.stream(means).map(mean -> mean + shift).toArray(),
                squares,
                counted);
    }

    /** A copy after a change of all trucks of a group: the means are to be learned again. */
    References shiftedWithGroup(double shift) {
        References moved = shifted(shift);
        return new References(
                operators,
                Arrays.stream(samples).map(count -> Math.min(count, KEPT_AFTER_SHIFT)).toArray(),
                moved.means,
                squares * WIDER_AFTER_SHIFT,
                counted);
    }

    private References oldestDropped() {
        return operators.length < MOST_OPERATORS ? this : without(0);
    }

    private References without(int index) {
        int size = operators.length - 1;
        String[] names = new String[size];
        int[] numbers = new int[size];
        double[] levels = new double[size];
        for (int from = 0, to = 0; from <= size; from++) {
            if (from != index) {
                names[to] = operators[from];
                numbers[to] = samples[from];
                levels[to++] = means[from];
            }
        }
        return new References(names, numbers, levels, squares, counted);
    }

    private int indexOf(String operator) {
        return Arrays.asList(operators).indexOf(operator);
    }
}
