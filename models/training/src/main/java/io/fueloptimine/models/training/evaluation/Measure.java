package io.fueloptimine.models.training.evaluation;

import java.util.function.ToDoubleFunction;

/** One figure of {@link Metrics}, with its name and unit. */
public enum Measure {
    MAE("MAE", "L", Metrics::maeL),
    RMSE("RMSE", "L", Metrics::rmseL),
    R2("R²", "", Metrics::r2),
    MAPE("MAPE", "%", Metrics::mapePct),
    WAPE("WAPE", "%", Metrics::wapePct),
    BIAS("bias", "L", Metrics::biasL),
    COVERAGE("coverage", "%", Metrics::coveragePct),
    WIDTH("mean width", "L", Metrics::meanWidthL);

    private final String label;
    private final String unit;
    private final ToDoubleFunction<Metrics> figure;

    Measure(String label, String unit, ToDoubleFunction<Metrics> figure) {
        this.label = label;
        this.unit = unit;
        this.figure = figure;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** {@code L}, {@code %}, or empty when it has none. */
    public String unit() {
        return unit;
    }

    /** The figure; NaN where the metrics do not know it. */
    public double of(Metrics metrics) {
        return figure.applyAsDouble(metrics);
    }
}
