package io.fueloptimine.jobs.local;

import java.time.Duration;

/**
 * The checkpoint intervals of the jobs.
 *
 * @param ingest the interval of job ingest; it should be short, because an MQTT message stays in
 *     the broker's in-flight window until a checkpoint completes
 * @param results the interval of jobs fuel, alarms and dispatch; after a crash, these jobs compute
 *     the results since the last checkpoint again
 * @param archive the interval of job archive; it should be long, because each checkpoint completes
 *     all open Parquet files
 */
public record CheckpointIntervals(Duration ingest, Duration results, Duration archive) {

    /** The default intervals: 250 ms, 10 s and 2 min. */
    public static final CheckpointIntervals DEFAULT =
            new CheckpointIntervals(
                    Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofMinutes(2));
}
