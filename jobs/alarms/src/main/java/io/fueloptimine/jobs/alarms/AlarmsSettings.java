package io.fueloptimine.jobs.alarms;

import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.alarm.AlarmSettings;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.clock.ClockRules;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.nio.file.Path;

/**
 * The settings of job alarms.
 *
 * @param mines the mines, by site
 * @param registry the folder of the model registry, whose model explains the reasons for excess
 *     fuel
 * @param modelName the model that scores fuel windows
 * @param suite the initial validation suite (set of data-quality rules); this job checks only the
 *     rules for fuel windows
 * @param clocks which readings and scores may advance event time
 * @param steps the settings of all steps, of which this job uses windows, alarms, notes and quality
 *     hours
 */
public record AlarmsSettings(
        MineSites mines,
        Path registry,
        String modelName,
        ValidationSuite suite,
        ClockRules clocks,
        StepSettings steps) {

    private static final String WINDOW_MODEL = "fuel-window";

    /** The default settings for given mines, whose time is not the time of arrival. */
    public static AlarmsSettings of(MineSites mines, Path registry) {
        return of(mines, registry, StepSettings.DEFAULT);
    }

    /**
     * The settings with the given values for the processing steps, and with the default validation
     * suite, which is part of the program, for mines whose time is not the time of arrival.
     */
    public static AlarmsSettings of(MineSites mines, Path registry, StepSettings steps) {
        return new AlarmsSettings(
                mines,
                registry,
                WINDOW_MODEL,
                ValidationSuite.shipped(),
                ClockRules.of(mines),
                steps);
    }

    /** A copy of these settings with another validation suite. */
    public AlarmsSettings withSuite(ValidationSuite other) {
        return new AlarmsSettings(mines, registry, modelName, other, clocks, steps);
    }

    /** A copy of these settings with other clock rules. */
    public AlarmsSettings withClocks(ClockRules other) {
        return new AlarmsSettings(mines, registry, modelName, suite, other, steps);
    }

    /**
     * The limits of the alarms. Where the time of the mine is not the time of arrival, as in
     * simulations and replays, the clock of the computer raises no alarm.
     */
    AlarmSettings alarms() {
        AlarmSettings alarms = steps.alarms();
        return clocks.isRealTime() ? alarms : alarms.withFlood(alarms.flood().withSiteSilenceS(0));
    }
}
