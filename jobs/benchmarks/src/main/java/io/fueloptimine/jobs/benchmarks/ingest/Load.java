package io.fueloptimine.jobs.benchmarks.ingest;

import java.time.Duration;

/**
 * How the contenders read; the raw client knows no checkpoints and no parallelism.
 *
 * @param sessions at the broker
 * @param window messages that one session may hold unacknowledged
 * @param checkpoints how often the jobs acknowledge
 * @param parallelism subtasks of each operator
 */
record Load(int sessions, int window, Duration checkpoints, int parallelism) {}
