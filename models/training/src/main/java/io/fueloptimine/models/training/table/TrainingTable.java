package io.fueloptimine.models.training.table;

import io.fueloptimine.models.fuel.registry.Fingerprint;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What a model learns from: rows of features, a label each, and what each row is of. Windows,
 * cycles and refuelling intervals are all trained and judged in this form. Immutable by convention:
 * the arrays are not copied.
 *
 * @param features the names of the columns, in order
 * @param values rows after one another, NaN for missing
 * @param labels one a row, litres per unit of exposure
 * @param origins one a row
 */
public record TrainingTable(
        List<String> features, float[] values, float[] labels, List<RowOrigin> origins) {

    public TrainingTable {
        features = List.copyOf(features);
        if (labels.length != origins.size() || values.length != labels.length * features.size()) {
            throw new IllegalArgumentException(
                    String.format(
                            "%d values, %d labels, %d origins: expected %d values a row",
                            values.length, labels.length, origins.size(), features.size()));
        }
    }

    /** How many rows. */
    public int rows() {
        return labels.length;
    }

    /** How many columns. */
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

    /** The litres that the row's label means. */
    public double litres(int index) {
        return labels[index] * origins.get(index).exposure();
    }

    /** The rows of that kind, in their order. */
    public TrainingTable where(IntPredicate wanted) {
        return only(IntStream.range(0, rows()).filter(wanted).toArray());
    }

    /** These rows, in the order given. */
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

    /** How many machines it is of. */
    public int machines() {
        return (int) origins.stream().map(RowOrigin::machineId).distinct().count();
    }

    /** SHA-256 over all features and labels in order, hexadecimal. */
    public String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(values);
        fingerprint.add(labels);
        return fingerprint.hex();
    }
}
