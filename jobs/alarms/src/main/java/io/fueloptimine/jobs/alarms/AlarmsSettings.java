package io.fueloptimine.jobs.alarms;

import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import io.fueloptimine.operators.window.FuelWindows;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of job alarms.
 *
 * @param mines the mines, by site
 * @param registry the model registry's folder, from which the reasons for excess fuel are explained
 * @param modelName the model that scores fuel windows
 * @param alarms when alarms are raised
 * @param suite the validation suite to start with; this job checks its expectations of windows
 * @param allowedLateness how long expectations of windows wait for late readings, event time
 */
public record AlarmsSettings(
        MineSites mines,
        Path registry,
        String modelName,
        AlarmSettings alarms,
        ValidationSuite suite,
        Duration allowedLateness) {

    private static final String WINDOW_MODEL = "fuel-window";

    /** The default settings. */
    public static AlarmsSettings of(MineSites mines, Path registry) {
        return new AlarmsSettings(
                mines,
                registry,
                WINDOW_MODEL,
                AlarmSettings.defaults(),
                ValidationSuite.shipped(),
                FuelWindows.ALLOWED_LATENESS);
    }

    /** The same with another suite. */
    public AlarmsSettings withSuite(ValidationSuite other) {
        return new AlarmsSettings(mines, registry, modelName, alarms, other, allowedLateness);
    }
}
