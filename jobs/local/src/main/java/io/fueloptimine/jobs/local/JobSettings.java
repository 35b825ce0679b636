package io.fueloptimine.jobs.local;

import io.fueloptimine.models.mine.MineSite;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the four jobs need to know of the mine.
 *
 * @param topicSite the site whose MQTT topics are read
 * @param mine the mine that is dispatched
 * @param registry the model registry
 * @param stepSettings the settings file of the jobs; empty for the defaults
 * @param parallelism subtasks of each operator, 1 or more
 * @param checkpoints how often each job takes a checkpoint
 */
public record JobSettings(
        String topicSite,
        MineSite mine,
        Path registry,
        Optional<Path> stepSettings,
        int parallelism,
        CheckpointIntervals checkpoints) {

    /** With the default settings of the steps. */
    public JobSettings(
            String topicSite,
            MineSite mine,
            Path registry,
            int parallelism,
            CheckpointIntervals checkpoints) {
        this(topicSite, mine, registry, Optional.empty(), parallelism, checkpoints);
    }

    /** With the default settings of the steps and the default checkpoint intervals. */
    JobSettings(String topicSite, MineSite mine, Path registry, int parallelism) {
        this(topicSite, mine, registry, parallelism, CheckpointIntervals.DEFAULT);
    }

    /** These settings with a settings file for the jobs. */
    JobSettings withStepSettings(Optional<Path> file) {
        return new JobSettings(topicSite, mine, registry, file, parallelism, checkpoints);
    }
}
