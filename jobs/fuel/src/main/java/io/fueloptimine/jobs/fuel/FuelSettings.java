package io.fueloptimine.jobs.fuel;

import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.operators.drift.DriftSettings;
import io.fueloptimine.operators.drift.FleetDriftSettings;
import io.fueloptimine.operators.window.FuelWindows;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of job fuel.
 *
 * @param mines the mines, by site
 * @param registry the model registry's folder
 * @param modelName the model that scores fuel windows
 * @param drift when a machine's residuals have drifted
 * @param fleetDrift when the fleet has drifted, so that a new model is requested
 * @param allowedLateness how long fuel windows stay open and cycles wait for late readings, event
 *     time
 */
public record FuelSettings(
        MineSites mines,
        Path registry,
        String modelName,
        DriftSettings drift,
        FleetDriftSettings fleetDrift,
        Duration allowedLateness) {

    /** The name of the registry's model that scores fuel windows. */
    public static final String WINDOW_MODEL = "fuel-window";

    /** The default settings. */
    public static FuelSettings of(MineSites mines, Path registry) {
        return new FuelSettings(
                mines,
                registry,
                WINDOW_MODEL,
                DriftSettings.DEFAULT,
                FleetDriftSettings.DEFAULT,
                FuelWindows.ALLOWED_LATENESS);
    }
}
