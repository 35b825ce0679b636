package io.fueloptimine.jobs.fuel;

import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.dispatch.ledger.BaselinePeriods;
import io.fueloptimine.models.mine.site.MineSites;
import io.fueloptimine.models.quality.clock.ClockRules;
import java.nio.file.Path;

/**
 * The settings of job fuel.
 *
 * @param mines the mines, by site
 * @param registry the model registry's folder
 * @param modelName the model that scores fuel windows
 * @param clocks which readings may advance event time
 * @param steps the settings of all steps, of which this job uses windows, scores, drift and ledger
 * @param baselines the baseline periods of measured savings, by site
 */
public record FuelSettings(
        MineSites mines,
        Path registry,
        String modelName,
        ClockRules clocks,
        StepSettings steps,
        BaselinePeriods baselines) {

    /** The name, in the model registry, of the model that scores fuel windows. */
    public static final String WINDOW_MODEL = "fuel-window";

    /** The default settings for given mines, whose time is not the time of arrival. */
    public static FuelSettings of(MineSites mines, Path registry) {
        return of(mines, registry, StepSettings.DEFAULT);
    }

    /**
     * The settings with the given values for the processing steps, for mines whose time is not the
     * time of arrival.
     */
    public static FuelSettings of(MineSites mines, Path registry, StepSettings steps) {
        return new FuelSettings(
                mines, registry, WINDOW_MODEL, ClockRules.of(mines), steps, BaselinePeriods.NONE);
    }

    /** A copy of these settings with other clock rules. */
    public FuelSettings withClocks(ClockRules other) {
        return new FuelSettings(mines, registry, modelName, other, steps, baselines);
    }

    /** A copy of these settings with other baseline periods. */
    public FuelSettings withBaselines(BaselinePeriods other) {
        return new FuelSettings(mines, registry, modelName, clocks, steps, other);
    }
}
