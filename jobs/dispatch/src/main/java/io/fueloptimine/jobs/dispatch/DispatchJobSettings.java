package io.fueloptimine.jobs.dispatch;

import io.fueloptimine.models.mine.MineSites;
import io.fueloptimine.operators.dispatch.DispatchSettings;

/**
 * The settings of job dispatch.
 *
 * @param mines the mines, by site
 * @param dispatch how the fleet is planned and assigned
 */
public record DispatchJobSettings(MineSites mines, DispatchSettings dispatch) {

    /** The default settings. */
    public static DispatchJobSettings of(MineSites mines) {
        return new DispatchJobSettings(mines, DispatchSettings.defaults());
    }
}
