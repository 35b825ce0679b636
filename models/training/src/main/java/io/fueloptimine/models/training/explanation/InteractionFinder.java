package io.fueloptimine.models.training.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Finds the feature with the strongest interaction with a given feature. Rows are sorted by the
 * given feature and cut into bins of similar values. Within a bin, a correlation of another feature
 * with the contributions indicates an interaction.
 */
final class InteractionFinder {

    private static final int MOST_BINS = 20;
    private static final int FEWEST_ROWS_PER_BIN = 10;

    private final Explanation explanation;
    private final int column;

    private InteractionFinder(Explanation explanation, int column) {
        this.explanation = explanation;
        this.column = column;
    }

    static OptionalInt of(Explanation explanation, int column) {
        return new InteractionFinder(explanation, column).strongest();
    }

    private OptionalInt strongest() {
        List<Integer> rows =
                IntStream.range(0, explanation.rows())
                        .filter(row -> !Float.isNaN(explanation.values()[row][column]))
                        .boxed()
                        .sorted(Comparator.comparing(row -> explanation.values()[row][column]))
                        .toList();
        double strongest = 0;
        OptionalInt found = OptionalInt.empty();
        for (int other = 0; other < explanation.features().size(); other++) {
            double strength = other == column ? 0 : strength(rows, other);
            if (strength > strongest) {
                strongest = strength;
                found = OptionalInt.of(other);
            }
        }
        return found;
    }

    /**
     * The strength of the interaction: the absolute correlation of the other feature with the
     * contribution, summed over the bins.
     */
    private double strength(List<Integer> rows, int other) {
        int bins = Math.min(MOST_BINS, rows.size() / FEWEST_ROWS_PER_BIN);
        double strength = 0;
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) rows.size() * bin / bins);
            int to = (int) ((long) rows.size() * (bin + 1) / bins);
            strength += Math.abs(correlation(rows.subList(from, to), other));
        }
        return strength;
    }

    /**
     * Pearson's correlation of the other feature with the contribution, over the rows that have a
     * value of the other feature; 0 without variance.
     */
    private double correlation(List<Integer> rows, int other) {
        int count = 0;
        double meanValue = 0;
        double meanLitres = 0;
        double valueSpread = 0;
        double litresSpread = 0;
        double together = 0;
        for (int row : rows) {
            double value = explanation.values()[row][other];
            if (Double.isNaN(value)) {
                continue;
            }
            count++;
            double fromValue = value - meanValue;
            double fromLitres = explanation.contributions()[row][column] - meanLitres;
            meanValue += fromValue / count;
            meanLitres += fromLitres / count;
            double share = (count - 1.0) / count;
            valueSpread += fromValue * fromValue * share;
            litresSpread += fromLitres * fromLitres * share;
            together += fromValue * fromLitres * share;
        }
        double scale = Math.sqrt(valueSpread * litresSpread);
        return scale > 0 ? together / scale : 0;
    }
}
