package io.fueloptimine.models.training.boost;

import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.training.TrainingException;
import io.fueloptimine.models.training.table.TrainingTable;

/** Proof that plain Java scores as XGBoost's native code does, to the last bit. */
public final class ParityCheck {

    private ParityCheck() {}

    /** Compares a forest with what XGBoost makes of its bytes, as the other form does. */
    public static int prove(Forest forest, TrainingTable table) {
        try (NativeBooster booster = NativeBooster.load(forest.json())) {
            return prove(booster, forest.trees(), table);
        }
    }

    /**
     * Compares both on every row, scored one by one and all at once.
     *
     * @return how many rows were compared
     * @throws TrainingException at the first row on which they differ
     */
    public static int prove(NativeBooster booster, XgboostTrees trees, TrainingTable table) {
        float[] expected = booster.predict(table);
        float[] together = new float[expected.length];
        trees.predict(table.values(), together.length, together);
        for (int i = 0; i < expected.length; i++) {
            requireSame(i, trees.predict(table.row(i)), expected[i]);
            requireSame(i, together[i], expected[i]);
        }
        return expected.length;
    }

    private static void requireSame(int row, float scored, float expected) {
        if (Float.floatToRawIntBits(scored) != Float.floatToRawIntBits(expected)) {
            throw new TrainingException(
                    "row " + row + ": Java scores " + scored + ", XGBoost " + expected);
        }
    }
}
