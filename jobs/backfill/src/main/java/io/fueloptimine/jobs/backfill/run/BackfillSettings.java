package io.fueloptimine.jobs.backfill.run;

import io.fueloptimine.connectors.jdbc.SqlConnection;
import io.fueloptimine.jobs.backfill.history.TimeRange;
import io.fueloptimine.jobs.settings.StepSettings;
import io.fueloptimine.models.mine.site.MineSites;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * The settings of a backfill.
 *
 * @param data the folder with the records of what is done and of what is not finished
 * @param range the time of the records
 * @param mines the mines, by site
 * @param openSites sites without a mine file, all of whose machines count as known
 * @param registry the model registry, whose champion scores the windows
 * @param steps the settings of the steps
 * @param sql the tables that receive the rows
 * @param lake the lake that receives the rows
 * @param checkpointInterval wall-clock time between two checkpoints; an interrupted run repeats at
 *     most so much
 */
public record BackfillSettings(
        Path data,
        TimeRange range,
        MineSites mines,
        Set<String> openSites,
        Path registry,
        StepSettings steps,
        SqlConnection sql,
        Path lake,
        Duration checkpointInterval) {

    public static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(20);
}
