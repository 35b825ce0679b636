package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import java.util.Map;

/**
 * A model of the fuel consumption of machines. Implementations are immutable and thread-safe. Every
 * window gets a prediction; windows that the model itself does not cover are predicted by haul
 * physics.
 */
public interface FuelModel {

    /** The name of the model, such as {@code fuel-window}. */
    String name();

    /** The version of the model; for registered models, the version number. */
    String version();

    /** Whether the model itself predicts the window; otherwise haul physics predicts the window. */
    boolean covers(FuelWindow window);

    /** The expected litres in the part of the window that readings cover; 0 or more, never NaN. */
    double expectedLitres(FuelWindow window);

    /** The expected litres with an interval, if the model has one. */
    FuelExpectation expect(FuelWindow window);

    /**
     * The window with its expected litres, their interval, the residual, the physics baseline, and
     * the name and version of the model that predicted the window.
     */
    ScoredWindow score(FuelWindow window);

    /**
     * The features from which the model itself predicts the window, in the order of the training
     * data; NaN where a value is unknown. Empty for a model without features, and for windows that
     * the model does not cover.
     */
    default float[] features(FuelWindow window) {
        return new float[0];
    }

    /**
     * The contribution of each feature to the expected litres, L by feature name; empty for
     * predictions by physics, or if the model cannot be explained.
     */
    default Map<String, Double> reasons(FuelWindow window) {
        return Map.of();
    }
}
