package io.fueloptimine.models.training.boost;

import io.fueloptimine.models.fuel.trees.XgboostTrees;
import io.fueloptimine.models.training.TrainingException;
import io.fueloptimine.models.training.table.TrainingTable;

/** Checks that the Java scorer gives the same bits as XGBoost's native code. */
public final class ParityCheck {

    private ParityCheck() {}

    /** Checks a forest against XGBoost loaded from the forest's bytes. */
    public static int prove(Forest forest, TrainingTable table) {
        try (NativeBooster booster = NativeBooster.load(forest.json())) {
            return prove(booster, forest.trees(), table);
        }
    }

    /**
     * Compares the Java scorer and XGBoost on every row. The Java scorer scores the rows one by one
     * and also in a batch.
     *
     * @return the number of rows compared
     * @throws TrainingException on the first row that differs
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
