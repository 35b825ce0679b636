package io.fueloptimine.models.training;

import io.fueloptimine.models.fuel.trees.XgboostTrees;

/** Proof that plain Java scores as XGBoost's native code does, to the last bit. */
final class Parity {

    private Parity() {}

    /**
     * Compares both on every row.
     *
     * @return how many rows were compared
     * @throws TrainingException at the first row on which they differ
     */
    static int prove(NativeBooster booster, XgboostTrees trees, FeatureTable table) {
        float[] expected = booster.predict(table);
        for (int i = 0; i < expected.length; i++) {
            float scored = trees.predict(table.row(i));
            if (Float.floatToRawIntBits(scored) != Float.floatToRawIntBits(expected[i])) {
                throw new TrainingException(
                        "row " + i + ": Java scores " + scored + ", XGBoost " + expected[i]);
            }
        }
        return expected.length;
    }
}
