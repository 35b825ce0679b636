package io.fueloptimine.jobs.local;

import io.fueloptimine.models.mine.site.MineSite;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of the streaming jobs of a run.
 *
 * @param topicSite the site whose MQTT topics are read
 * @param mine the mine for whose trucks job dispatch makes assignments
 * @param registry the model registry
 * @param stepSettings the settings file of the jobs; empty for the defaults
 * @param parallelism number of subtasks of each operator, 1 or more
 * @param checkpoints the checkpoint intervals of the jobs
 */
public record JobSettings(
        String topicSite,
        MineSite mine,
        Path registry,
        Optional<Path> stepSettings,
        int parallelism,
        CheckpointIntervals checkpoints) {

    /** Creates settings without a settings file. */
    public JobSettings(
            String topicSite,
            MineSite mine,
            Path registry,
            int parallelism,
            CheckpointIntervals checkpoints) {
        this(topicSite, mine, registry, Optional.empty(), parallelism, checkpoints);
    }

    /** Creates settings without a settings file and with the default checkpoint intervals. */
    JobSettings(String topicSite, MineSite mine, Path registry, int parallelism) {
        this(topicSite, mine, registry, parallelism, CheckpointIntervals.DEFAULT);
    }

    /** A copy of these settings with a settings file for the jobs. */
    JobSettings withStepSettings(Optional<Path> file) {
        return new JobSettings(topicSite, mine, registry, file, parallelism, checkpoints);
    }
}
