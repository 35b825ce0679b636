package io.fueloptimine.models.fuel.trees;

/**
 * The values of a row as integers with the same order as the floats, so that a step in a tree is
 * one subtraction without a branch. Each feature has two keys that differ only for a missing value:
 * the first key is then less than every split, and the second key is greater than every split. A
 * node uses the key of its default direction. The last key is greater than every split and is used
 * by leaves.
 */
final class SplitKeys {

    private SplitKeys() {}

    /**
     * An array for the keys of one row. Its length is a power of two, so that slots can be masked
     * and the bounds check is eliminated.
     */
    static int[] newKeys(int features) {
        return new int[2 * Integer.highestOneBit(2 * features)];
    }

    /** The slot of the key that a node uses. */
    static int slot(int feature, boolean defaultLeft) {
        return 2 * feature + (defaultLeft ? 0 : 1);
    }

    static int feature(int slot) {
        return slot / 2;
    }

    /** The slot of the key that a leaf uses. */
    static int leafSlot(int features) {
        return 2 * features;
    }

    /** The key of a float that is not NaN. Keys have the order of the floats; -0 equals 0. */
    static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0.0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    /** Writes the keys of the row that starts at index {@code from}. */
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
