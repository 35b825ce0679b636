package io.fueloptimine.models.drift.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The reference distributions of all features of a model. The rows of a window are counted in one
 * flat array: the bins of the first feature, then those of the second, and so on. Immutable and
 * thread-safe.
 */
public final class FeatureReferences {

    private final List<String> features;
    private final List<ReferenceDistribution> references;
    private final int[] offsets;

    /**
     * @param references the reference of each feature, in the order of the features
     */
    public FeatureReferences(Map<String, ReferenceDistribution> references) {
        this.features = List.copyOf(references.keySet());
        this.references = List.copyOf(references.values());
        offsets = new int[features.size() + 1];
        for (int i = 0; i < features.size(); i++) {
            offsets[i + 1] = offsets[i] + this.references.get(i).bins();
        }
    }

    /** The number of bins of all features together. */
    public int bins() {
        return offsets[features.size()];
    }

    /** The names of the features. */
    public List<String> features() {
        return features;
    }

    /**
     * Counts one row.
     *
     * @param values the features in the order of the references; NaN for missing
     * @param counts the counts, which are changed
     * @param from the index of the first bin in the counts
     * @throws IllegalArgumentException if the number of features differs
     */
    public void count(float[] values, int[] counts, int from) {
        if (values.length != features.size()) {
            throw new IllegalArgumentException(
                    "features: " + values.length + ", expected " + features.size());
        }
        for (int i = 0; i < values.length; i++) {
            counts[from + offsets[i] + references.get(i).binOf(values[i])]++;
        }
    }

    /**
     * Compares the counts of a window with the references, feature by feature.
     *
     * @throws IllegalArgumentException if the number of bins differs or the window is empty
     */
    public List<FeatureShift> compare(long[] counts) {
        if (counts.length != bins()) {
            throw new IllegalArgumentException("bins: " + counts.length + ", expected " + bins());
        }
        List<FeatureShift> shifts = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            long[] own = new long[offsets[i + 1] - offsets[i]];
            System.arraycopy(counts, offsets[i], own, 0, own.length);
            shifts.add(new FeatureShift(features.get(i), references.get(i).compare(own), own));
        }
        return shifts;
    }
}
