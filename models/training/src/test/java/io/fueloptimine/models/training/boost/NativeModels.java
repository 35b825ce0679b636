package io.fueloptimine.models.training.boost;

import io.fueloptimine.models.training.table.TrainingTable;
import java.io.IOException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Results of XGBoost's native code that only tests need. */
final class NativeModels {

    private NativeModels() {}

    /** The model as XGBoost's UBJSON. */
    static byte[] ubjson(byte[] json) {
        try {
            return XGBoost.loadModel(json).toByteArray("ubj");
        } catch (XGBoostError | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** XGBoost's own TreeSHAP values: per row one value per feature, then the base value. */
    static float[][] contributions(byte[] json, TrainingTable table) {
        try {
            Booster booster = XGBoost.loadModel(json);
            DMatrix matrix = new DMatrix(table.values(), table.rows(), table.width(), Float.NaN);
            matrix.setFeatureNames(table.features().toArray(String[]::new));
            float[][] contributions = booster.predictContrib(matrix, 0);
            matrix.dispose();
            booster.dispose();
            return contributions;
        } catch (XGBoostError | IOException e) {
            throw new AssertionError(e);
        }
    }
}
