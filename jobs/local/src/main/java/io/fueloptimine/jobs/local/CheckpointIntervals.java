package io.fueloptimine.jobs.local;

import java.time.Duration;

/**
 * How often each job takes a checkpoint.
 *
 * @param ingest short: an MQTT message stays in the broker's in-flight window until a checkpoint
 *     completes
 * @param results of jobs fuel, alarms and dispatch: how much is computed again after a crash
 * @param archive long: every open Parquet file is rolled at a checkpoint
 */
public record CheckpointIntervals(Duration ingest, Duration results, Duration archive) {

    /** 250 ms, 10 s and 2 min. */
    public static final CheckpointIntervals DEFAULT =
            new CheckpointIntervals(
                    Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofMinutes(2));
}
