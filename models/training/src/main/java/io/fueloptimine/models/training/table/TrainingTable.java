package io.fueloptimine.models.training.table;

import io.fueloptimine.models.fuel.registry.Fingerprint;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A table of features and labels with the origin of each row. Models of windows, cycles and
 * refuelling intervals are all trained and evaluated on such tables. Immutable by convention: the
 * arrays are not copied.
 *
 * @param features the names of the features, in order
 * @param values the features, row after row; NaN where missing
 * @param labels the labels, one per row, litres per unit of exposure
 * @param origins the origins, one per row
 */
public record TrainingTable(
        List<String> features, float[] values, float[] labels, List<RowOrigin> origins) {

    public TrainingTable {
        features = List.copyOf(features);
        if (labels.length != origins.size() || values.length != labels.length * features.size()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%d values, %d labels, %d origins: expected %d values a row",
                            values.length,
                            labels.length,
                            origins.size(),
                            features.size()));
        }
    }

    /** The number of rows. */
    public int rows() {
        return labels.length;
    }

    /** The number of features. */
    public int width() {
        return features.size();
    }

    /** A copy of one row's features. */
    public float[] row(int index) {
        float[] row = new float[width()];
        System.arraycopy(values, index * width(), row, 0, width());
        return row;
    }

    /** A copy of one column. */
    public float[] column(int index) {
        float[] column = new float[rows()];
        for (int row = 0; row < column.length; row++) {
            column[row] = values[row * width() + index];
        }
        return column;
    }

    /**
     * A table with some of the features, in the given order.
     *
     * @throws IllegalArgumentException when the table lacks one of them
     */
    public TrainingTable columns(List<String> names) {
        int[] from = names.stream().mapToInt(features::indexOf).toArray();
        float[] chosen = new float[rows() * from.length];
        for (int column = 0; column < from.length; column++) {
            if (from[column] < 0) {
                throw new IllegalArgumentException(
                        names.get(column) + " is none of the features " + features);
            }
            for (int row = 0; row < rows(); row++) {
                chosen[row * from.length + column] = values[row * width() + from[column]];
            }
        }
        return new TrainingTable(names, chosen, labels, origins);
    }

    /** The litres of a row: label times exposure. */
    public double litres(int index) {
        return labels[index] * origins.get(index).exposure();
    }

    /** A table of the rows whose index matches a condition, in the same order. */
    public TrainingTable where(IntPredicate wanted) {
        return only(IntStream.range(0, rows()).filter(wanted).toArray());
    }

    /** A table of the rows with the given indexes, in the given order. */
    public TrainingTable only(int... indices) {
        float[] chosen = new float[indices.length * width()];
        float[] labelled = new float[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * width(), chosen, i * width(), width());
            labelled[i] = labels[indices[i]];
        }
        List<RowOrigin> from = IntStream.of(indices).mapToObj(origins::get).toList();
        return new TrainingTable(features, chosen, labelled, from);
    }

    /** The number of machines. */
    public int machines() {
        return (int) origins.stream().map(RowOrigin::machineId).distinct().count();
    }

    /** The SHA-256 of all features and labels in order, in hexadecimal. */
    public String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(values);
        fingerprint.add(labels);
        return fingerprint.hex();
    }
}
