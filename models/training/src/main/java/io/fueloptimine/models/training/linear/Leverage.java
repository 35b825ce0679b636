package io.fueloptimine.models.training.linear;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The influence of rows on their own fitted value: the hat values, which lie between 1 / n and 1
 * and sum to p, the number of coefficients (Hoaglin and Welsch, "The Hat Matrix in Regression and
 * ANOVA", The American Statistician 1978).
 *
 * @param threshold {@code 2 p / n}; Hoaglin and Welsch call a leverage above this value high
 * @param largest the largest hat value
 * @param rowsAbove the indexes of the rows above the threshold, from 0, ascending
 */
public record Leverage(double threshold, double largest, List<Integer> rowsAbove) {

    static Leverage of(double[] hatValues, int coefficients) {
        double threshold = 2.0 * coefficients / hatValues.length;
        return new Leverage(
                threshold,
                Arrays.stream(hatValues).max().orElseThrow(),
                IntStream.range(0, hatValues.length)
                        .filter(i -> hatValues[i] > threshold)
                        .boxed()
                        .toList());
    }
}
