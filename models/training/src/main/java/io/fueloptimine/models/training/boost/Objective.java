package io.fueloptimine.models.training.boost;

import java.util.Map;

/** What a forest is trained to answer. */
public enum Objective {
    /** The mean: least squares. */
    EXPECTED("reg:squarederror", Double.NaN),
    /** The 10th percentile: pinball loss. */
    P10("reg:quantileerror", 0.1),
    /** The 90th percentile: pinball loss. */
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

    /** What one answer costs; its mean over rows is what training makes small. */
    public double loss(double answer, double label) {
        double missing = label - answer;
        if (Double.isNaN(quantile)) {
            return missing * missing;
        }
        return missing >= 0 ? quantile * missing : (quantile - 1) * missing;
    }
}
