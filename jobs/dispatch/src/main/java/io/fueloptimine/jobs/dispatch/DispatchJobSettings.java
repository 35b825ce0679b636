package io.fueloptimine.jobs.dispatch;

import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.mine.MineSites;

/**
 * The settings of job dispatch.
 *
 * @param mines the mines, by site
 * @param steps the settings of all steps, of which this job uses windows and dispatch
 */
public record DispatchJobSettings(MineSites mines, StepSettings steps) {

    /** The default settings for the given mines. */
    public static DispatchJobSettings of(MineSites mines) {
        return new DispatchJobSettings(mines, StepSettings.DEFAULT);
    }
}
