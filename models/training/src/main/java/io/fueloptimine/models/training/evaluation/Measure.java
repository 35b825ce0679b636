package io.fueloptimine.models.training.evaluation;

import java.util.function.ToDoubleFunction;

/** One value of {@link Metrics}, with its name and unit. */
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

    /** The display name. */
    public String label() {
        return label;
    }

    /** The unit: {@code L}, {@code %}, or empty for a measure without unit. */
    public String unit() {
        return unit;
    }

    /** The value of this measure in the given metrics; NaN when unknown. */
    public double of(Metrics metrics) {
        return figure.applyAsDouble(metrics);
    }
}
