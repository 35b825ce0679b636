package io.fueloptimine.jobs.alarms;

import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.nio.file.Path;

/**
 * The settings of job alarms.
 *
 * @param mines the mines, by site
 * @param registry the model registry's folder, from which the reasons for excess fuel are explained
 * @param modelName the model that scores fuel windows
 * @param suite the validation suite to start with; this job checks its expectations of windows
 * @param steps the settings of windows, alarms, notes and quality hours
 */
public record AlarmsSettings(
        MineSites mines,
        Path registry,
        String modelName,
        ValidationSuite suite,
        StepSettings steps) {

    private static final String WINDOW_MODEL = "fuel-window";

    /** The default settings. */
    public static AlarmsSettings of(MineSites mines, Path registry) {
        return of(mines, registry, StepSettings.DEFAULT);
    }

    /** The settings of a settings file, with the shipped suite. */
    public static AlarmsSettings of(MineSites mines, Path registry, StepSettings steps) {
        return new AlarmsSettings(mines, registry, WINDOW_MODEL, ValidationSuite.shipped(), steps);
    }

    /** The same with another suite. */
    public AlarmsSettings withSuite(ValidationSuite other) {
        return new AlarmsSettings(mines, registry, modelName, other, steps);
    }
}
