package io.fueloptimine.models.training.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What each feature adds to the litres expected of some rows (SHAP values, Lundberg and Lee 2017).
 * Immutable by convention: the arrays are not copied.
 *
 * @param features their names
 * @param values a row's features, in the order of their names; NaN where missing
 * @param contributions litres, a column a feature and the base value last; a row's sum is what was
 *     expected of it
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

    /** How many rows are explained. */
    public int rows() {
        return values.length;
    }

    /** The features, the one that moves the expectation most first. */
    public List<FeatureImportance> meanAbsolute() {
        return IntStream.range(0, features.size())
                .mapToObj(
                        column -> new FeatureImportance(features.get(column), column, mean(column)))
                .sorted(Comparator.comparingDouble(FeatureImportance::meanAbsoluteL).reversed())
                .toList();
    }

    /**
     * The other feature that goes furthest to say why a feature adds more to one row than to
     * another where its own value is about the same; empty when none does.
     */
    public OptionalInt companionOf(int column) {
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
