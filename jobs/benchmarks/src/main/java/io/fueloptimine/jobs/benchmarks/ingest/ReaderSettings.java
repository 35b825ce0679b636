package io.fueloptimine.jobs.benchmarks.ingest;

import java.time.Duration;

/**
 * The settings of the readers; the raw client uses the sessions and the window only.
 *
 * @param sessions the number of MQTT sessions
 * @param window unacknowledged messages per session
 * @param checkpoints the checkpoint interval of the jobs, which acknowledge at checkpoints
 * @param parallelism subtasks of each operator
 */
record ReaderSettings(int sessions, int window, Duration checkpoints, int parallelism) {}
