package io.fueloptimine.jobs.dispatch;

import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.fuel.registry.ModelRegistry;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.clock.ClockRules;
import java.nio.file.Path;

/**
 * The settings of job dispatch.
 *
 * @param mines the mines, by site
 * @param registry the model registry's folder
 * @param modelName the model of fuel windows, which prices trips
 * @param clocks which readings may advance event time
 * @param steps the settings of all steps, of which this job uses windows and dispatch
 */
public record DispatchJobSettings(
        MineSites mines, Path registry, String modelName, ClockRules clocks, StepSettings steps) {

    /** The default settings for given mines, whose time is not the time of arrival. */
    public static DispatchJobSettings of(MineSites mines, Path registry) {
        return new DispatchJobSettings(
                mines,
                registry,
                ModelRegistry.FUEL_WINDOW,
                ClockRules.of(mines),
                StepSettings.DEFAULT);
    }

    /** A copy of these settings with other clock rules. */
    public DispatchJobSettings withClocks(ClockRules other) {
        return new DispatchJobSettings(mines, registry, modelName, other, steps);
    }
}
