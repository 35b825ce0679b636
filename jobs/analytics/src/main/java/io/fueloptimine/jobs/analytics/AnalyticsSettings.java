package io.fueloptimine.jobs.analytics;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.operators.dispatch.DispatchSettings;
import io.fueloptimine.operators.drift.DriftSettings;
import io.fueloptimine.operators.drift.FleetDriftSettings;
import io.fueloptimine.operators.window.FuelWindows;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the job knows beforehand.
 *
 * @param mines the mines
 * @param registry the model registry's folder
 * @param modelName the model that scores fuel windows
 * @param alarms when alarms are raised
 * @param drift when a machine's residuals have drifted
 * @param fleetDrift when the fleet has, and a new model is asked for
 * @param dispatch how the fleet is planned
 * @param suite the validation suite it starts with; here its expectations of windows are watched
 * @param allowedLateness how long fuel windows stay open and cycles wait for late readings, event
 *     time
 */
public record AnalyticsSettings(
        MineSites mines,
        Path registry,
        String modelName,
        AlarmSettings alarms,
        DriftSettings drift,
        FleetDriftSettings fleetDrift,
        DispatchSettings dispatch,
        ValidationSuite suite,
        Duration allowedLateness) {

    private static final String FUEL_MODEL = "fuel-window";

    /** The documented defaults for a mine. */
    public static AnalyticsSettings of(MineSite mine, Path registry) {
        return new AnalyticsSettings(
                MineSites.of(mine),
                registry,
                FUEL_MODEL,
                AlarmSettings.defaults(),
                DriftSettings.DEFAULT,
                FleetDriftSettings.DEFAULT,
                DispatchSettings.defaults(),
                ValidationSuite.shipped(),
                FuelWindows.ALLOWED_LATENESS);
    }

    /** The same with another lateness. */
    public AnalyticsSettings withAllowedLateness(Duration lateness) {
        return new AnalyticsSettings(
                mines, registry, modelName, alarms, drift, fleetDrift, dispatch, suite, lateness);
    }

    /** The same with another suite. */
    public AnalyticsSettings withSuite(ValidationSuite other) {
        return new AnalyticsSettings(
                mines,
                registry,
                modelName,
                alarms,
                drift,
                fleetDrift,
                dispatch,
                other,
                allowedLateness);
    }
}
