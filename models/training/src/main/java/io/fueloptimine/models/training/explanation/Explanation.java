package io.fueloptimine.models.training.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The contribution of each feature to the expected litres of some rows (SHAP values, Lundberg and
 * Lee 2017). Immutable by convention: the arrays are not copied.
 *
 * @param features the names of the features
 * @param values the features of each row, in the order of their names; NaN where missing
 * @param contributions litres per row: one column per feature, and the base value in the last
 *     column; the sum of a row is the expected litres
 */
public record Explanation(List<String> features, float[][] values, float[][] contributions) {

    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException when a row is missing or has too many or too few columns
     */
    public Explanation {
        features = List.copyOf(features);
        if (values.length != contributions.length) {
            throw new IllegalArgumentException(
                    "values and contributions must have as many rows, have "
                            + values.length
                            + " and "
                            + contributions.length);
        }
        for (int row = 0; row < values.length; row++) {
            requireColumns("values", row, values[row], features.size());
            requireColumns("contributions", row, contributions[row], features.size() + 1);
        }
    }

    /** The number of rows. */
    public int rows() {
        return values.length;
    }

    /** The features by mean absolute contribution, the largest first. */
    public List<FeatureImportance> meanAbsolute() {
        return IntStream.range(0, features.size())
                .mapToObj(
                        column -> new FeatureImportance(features.get(column), column, mean(column)))
                .sorted(Comparator.comparingDouble(FeatureImportance::meanAbsoluteL).reversed())
                .toList();
    }

    /**
     * The index of the feature that has the strongest interaction with a given feature, that is,
     * the feature that best explains why rows with a similar value of the given feature have
     * different contributions. Empty when there is none.
     */
    public OptionalInt strongestInteraction(int column) {
        return InteractionFinder.of(this, column);
    }

    private double mean(int column) {
        double sum = 0;
        for (float[] row : contributions) {
            sum += Math.abs(row[column]);
        }
        return rows() == 0 ? 0 : sum / rows();
    }

    private static void requireColumns(String field, int row, float[] columns, int expected) {
        if (columns.length != expected) {
            throw new IllegalArgumentException(
                    field
                            + " of row "
                            + row
                            + " must have "
                            + expected
                            + " columns, has "
                            + columns.length);
        }
    }
}
