package io.fueloptimine.models.fuel.trees;

/**
 * A row's values as integers that compare as the floats do, so that a step down a tree is one
 * subtraction and no branch. Each feature has two keys, alike but for a missing value: in the first
 * it is less than every split, in the second than none; a node takes the one of its default. The
 * last key is less than no split and serves the leaves.
 */
final class SplitKeys {

    private SplitKeys() {}

    /**
     * Room for the keys of one row: a power of two, so that a slot is masked to be within it, which
     * spares the bounds check at every step.
     */
    static int[] room(int features) {
        return new int[2 * Integer.highestOneBit(2 * features)];
    }

    /** Which of a row's keys a node looks at. */
    static int slot(int feature, boolean defaultLeft) {
        return 2 * feature + (defaultLeft ? 0 : 1);
    }

    static int feature(int slot) {
        return slot / 2;
    }

    /** Which of a row's keys a leaf looks at. */
    static int leafSlot(int features) {
        return 2 * features;
    }

    /** Two floats that are not NaN compare as their keys; -0 is 0. */
    static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0.0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    /** Writes the keys of the row that starts at {@code from}. */
    static void write(float[] rows, int from, int features, int[] keys) {
        for (int i = 0; i < features; i++) {
            float value = rows[from + i];
            boolean missing = Float.isNaN(value);
            int key = key(value);
            keys[2 * i] = missing ? Integer.MIN_VALUE : key;
            keys[2 * i + 1] = missing ? Integer.MAX_VALUE : key;
        }
        keys[leafSlot(features)] = Integer.MAX_VALUE;
    }
}
