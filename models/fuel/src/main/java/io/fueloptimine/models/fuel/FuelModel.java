package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.ScoredWindow;
import java.util.Map;

/**
 * A model of the fuel consumption of machines. Implementations are immutable and thread-safe. They
 * predict every window; windows that a model does not cover are predicted by physics.
 */
public interface FuelModel {

    /** The name of the model, such as {@code fuel-window}. */
    String name();

    /** The version of the model; for registered models, the version number. */
    String version();

    /** Whether the window is predicted by the model itself and not by physics. */
    boolean covers(FuelWindow window);

    /** The expected litres of the covered time of a window; 0 or more, never NaN. */
    double expectedLitres(FuelWindow window);

    /** The expected litres with an interval, if the model has one. */
    FuelExpectation expect(FuelWindow window);

    /**
     * The window with its expectation, interval, residual and physics baseline, and the name and
     * version of the model that predicted it.
     */
    ScoredWindow score(FuelWindow window);

    /**
     * The contribution of each feature to the expectation, L by feature name; empty for predictions
     * by physics, or if the model cannot be explained.
     */
    default Map<String, Double> reasons(FuelWindow window) {
        return Map.of();
    }
}
