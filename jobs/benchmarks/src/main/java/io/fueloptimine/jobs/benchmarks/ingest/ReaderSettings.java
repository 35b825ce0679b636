package io.fueloptimine.jobs.benchmarks.ingest;

import java.time.Duration;

/**
 * The settings of the readers; the reader {@link ReaderKind#RAW} uses only {@code sessions} and
 * {@code window}.
 *
 * @param sessions the number of MQTT sessions
 * @param window the maximum number of unacknowledged messages per session
 * @param checkpoints the checkpoint interval of the jobs, which acknowledge messages at checkpoints
 * @param parallelism number of subtasks of each operator
 */
record ReaderSettings(int sessions, int window, Duration checkpoints, int parallelism) {}
