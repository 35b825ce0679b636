package io.fueloptimine.jobs.local;

import io.fueloptimine.models.mine.MineSite;
import java.nio.file.Path;

/**
 * What the three jobs need to know of the mine.
 *
 * @param topicSite the site whose MQTT topics are read
 * @param mine the mine that is dispatched
 * @param registry the model registry
 * @param parallelism subtasks of each operator, 1 or more
 */
record JobSettings(String topicSite, MineSite mine, Path registry, int parallelism) {}
