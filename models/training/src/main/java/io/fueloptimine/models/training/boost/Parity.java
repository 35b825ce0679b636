package io.fueloptimine.models.training.boost;

import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.training.TrainingException;
import io.fueloptimine.models.training.table.TrainingTable;

/** Proof that plain Java scores as XGBoost's native code does, to the last bit. */
public final class Parity {

    private Parity() {}

    /** Compares a forest with what XGBoost makes of its bytes, as the other form does. */
    public static int prove(Forest forest, TrainingTable table) {
        try (NativeBooster booster = NativeBooster.load(forest.json())) {
            return prove(booster, forest.trees(), table);
        }
    }

    /**
     * Compares both on every row.
     *
     * @return how many rows were compared
     * @throws TrainingException at the first row on which they differ
     */
    public static int prove(NativeBooster booster, XgboostTrees trees, TrainingTable table) {
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
