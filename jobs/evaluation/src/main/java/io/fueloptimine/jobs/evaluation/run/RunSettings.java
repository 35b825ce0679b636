package io.fueloptimine.jobs.evaluation.run;

import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.mine.site.MineSite;
import java.nio.file.Path;

/**
 * What all runs of an evaluation share.
 *
 * @param mine the mine; each seed is a site of its own with this mine
 * @param registry the model registry with the champion
 * @param steps the settings of the jobs' steps
 */
public record RunSettings(MineSite mine, Path registry, StepSettings steps) {}
