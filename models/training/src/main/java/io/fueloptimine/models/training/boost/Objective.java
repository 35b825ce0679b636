package io.fueloptimine.models.training.boost;

import java.util.Map;

/** The statistic that a forest predicts. */
public enum Objective {
    /** The mean, by squared error. */
    EXPECTED("reg:squarederror", Double.NaN),
    /** The 10th percentile, by pinball loss. */
    P10("reg:quantileerror", 0.1),
    /** The 90th percentile, by pinball loss. */
    P90("reg:quantileerror", 0.9);

    private final String xgboostName;
    private final double quantile;

    Objective(String xgboostName, double quantile) {
        this.xgboostName = xgboostName;
        this.quantile = quantile;
    }

    /** The parameters by XGBoost's names. */
    Map<String, Object> parameters() {
        return Double.isNaN(quantile)
                ? Map.of("objective", xgboostName)
                : Map.of("objective", xgboostName, "quantile_alpha", quantile);
    }

    /** The loss of one prediction. Training minimises the mean loss over the rows. */
    public double loss(double prediction, double label) {
        double error = label - prediction;
        if (Double.isNaN(quantile)) {
            return error * error;
        }
        return error >= 0 ? quantile * error : (quantile - 1) * error;
    }
}
