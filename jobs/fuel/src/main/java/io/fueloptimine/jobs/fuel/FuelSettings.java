package io.fueloptimine.jobs.fuel;

import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.mine.MineSites;
import java.nio.file.Path;

/**
 * The settings of job fuel.
 *
 * @param mines the mines, by site
 * @param registry the model registry's folder
 * @param modelName the model that scores fuel windows
 * @param steps the settings of windows, scores and drift
 */
public record FuelSettings(MineSites mines, Path registry, String modelName, StepSettings steps) {

    /** The name of the registry's model that scores fuel windows. */
    public static final String WINDOW_MODEL = "fuel-window";

    /** The default settings. */
    public static FuelSettings of(MineSites mines, Path registry) {
        return of(mines, registry, StepSettings.DEFAULT);
    }

    /** The settings of a settings file. */
    public static FuelSettings of(MineSites mines, Path registry, StepSettings steps) {
        return new FuelSettings(mines, registry, WINDOW_MODEL, steps);
    }
}
