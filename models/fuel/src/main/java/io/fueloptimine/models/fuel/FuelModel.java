package io.fueloptimine.models.fuel;

import io.fueloptimine.models.mine.FuelWindow;
import io.fueloptimine.models.mine.ScoredWindow;
import java.util.Map;

/**
 * Says what a machine should have burnt. Implementations are immutable and thread-safe, and answer
 * for every window: what a model does not cover, physics answers.
 */
public interface FuelModel {

    /** The model's name, such as {@code fuel-window}. */
    String name();

    /** Its version: the number in the registry, for those that come from there. */
    String version();

    /** Whether the model itself answers for such a machine, not physics in its stead. */
    boolean covers(FuelWindow window);

    /** Litres that the covered time of the window should have burnt; 0 or more, never NaN. */
    double expectedLitres(FuelWindow window);

    /** The same litres with the interval in which the burn mostly lies, where one was learnt. */
    FuelExpectation expect(FuelWindow window);

    /**
     * The window with its expectation, interval, residual and the physics baseline, under the name
     * and version of the model that really answered.
     */
    ScoredWindow score(FuelWindow window);

    /**
     * What each feature adds to the expectation, beside what the model expects of any window, L by
     * the feature's name; empty where physics answers, or the model cannot be explained.
     */
    default Map<String, Double> reasons(FuelWindow window) {
        return Map.of();
    }
}
