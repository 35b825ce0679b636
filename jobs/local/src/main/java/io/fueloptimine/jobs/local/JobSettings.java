package io.fueloptimine.jobs.local;

import io.fueloptimine.models.mine.MineSite;
import java.nio.file.Path;

/**
 * What the four jobs need to know of the mine.
 *
 * @param topicSite the site whose MQTT topics are read
 * @param mine the mine that is dispatched
 * @param registry the model registry
 * @param parallelism subtasks of each operator, 1 or more
 * @param checkpoints how often each job takes a checkpoint
 */
public record JobSettings(
        String topicSite,
        MineSite mine,
        Path registry,
        int parallelism,
        CheckpointIntervals checkpoints) {

    /** With the default checkpoint intervals. */
    JobSettings(String topicSite, MineSite mine, Path registry, int parallelism) {
        this(topicSite, mine, registry, parallelism, CheckpointIntervals.DEFAULT);
    }
}
