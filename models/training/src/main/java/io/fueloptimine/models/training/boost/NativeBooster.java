package io.fueloptimine.models.training.boost;

import io.fueloptimine.models.training.TrainingException;
import io.fueloptimine.models.training.table.TrainingTable;
import java.io.IOException;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A booster of XGBoost's native library. This is the only class that uses xgboost4j. A booster must
 * be closed to free native memory. Not thread-safe.
 */
public final class NativeBooster implements AutoCloseable {

    private final Booster booster;

    private NativeBooster(Booster booster) {
        this.booster = booster;
    }

    /**
     * Trains a booster with the given number of trees.
     *
     * @throws TrainingException when the native library is missing or training fails
     */
    public static NativeBooster train(
            TrainingTable table, Map<String, Object> parameters, int trees) {
        try {
            DMatrix matrix = new DMatrix(table.values(), table.rows(), table.width(), Float.NaN);
            try {
                matrix.setLabel(table.labels());
                matrix.setFeatureNames(table.features().toArray(String[]::new));
                return new NativeBooster(
                        XGBoost.train(matrix, parameters, trees, Map.of(), null, null));
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new TrainingException("XGBoost failed to train: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new TrainingException(
                    "XGBoost's native library cannot be loaded; on Linux it requires libgomp", e);
        }
    }

    /**
     * Loads a model.
     *
     * @param model the model in XGBoost's JSON or UBJSON format
     * @throws TrainingException when the model cannot be read
     */
    public static NativeBooster load(byte[] model) {
        try {
            return new NativeBooster(XGBoost.loadModel(model));
        } catch (XGBoostError | IOException e) {
            throw new TrainingException("XGBoost cannot read the model: " + e.getMessage(), e);
        }
    }

    /** The model in XGBoost's JSON format. */
    public byte[] json() {
        return bytes("json");
    }

    private byte[] bytes(String format) {
        try {
            return booster.toByteArray(format);
        } catch (XGBoostError e) {
            throw new TrainingException("XGBoost cannot write its model: " + e.getMessage(), e);
        }
    }

    /**
     * The predictions of XGBoost. Uses in-place prediction, because prediction on a DMatrix leaks
     * native memory.
     */
    public float[] predict(TrainingTable table) {
        try {
            float[][] rows =
                    booster.inplace_predict(table.values(), table.rows(), table.width(), Float.NaN);
            float[] predictions = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                predictions[i] = rows[i][0];
            }
            return predictions;
        } catch (XGBoostError e) {
            throw new TrainingException("XGBoost cannot predict: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
