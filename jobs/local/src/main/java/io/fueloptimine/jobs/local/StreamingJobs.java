package io.fueloptimine.jobs.local;

import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.FlinkJobs;
import io.fueloptimine.jobs.local.stack.FlinkJobs.RunningJob;
import io.fueloptimine.jobs.local.stack.JobMetrics;
import io.fueloptimine.models.mine.Topics;
import java.time.Duration;
import java.util.List;

/**
 * The four jobs on one cluster, in the order of the flow. They stop in that order too, each after
 * it has read all that the one before it wrote.
 */
public final class StreamingJobs {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(90);

    private final FlinkJobs flink;
    private final TopicMonitor counts;
    private final RunningJob ingest;
    private final RunningJob analytics;
    private final RunningJob archive;
    private final RunningJob cabs;

    StreamingJobs(
            FlinkJobs flink,
            TopicMonitor counts,
            RunningJob ingest,
            RunningJob analytics,
            RunningJob archive,
            RunningJob cabs) {
        this.flink = flink;
        this.counts = counts;
        this.ingest = ingest;
        this.analytics = analytics;
        this.archive = archive;
        this.cabs = cabs;
    }

    /** Waits until every task of every job runs and every MQTT session is open. */
    public void awaitReady() {
        Await.until(
                "all tasks of the four jobs run",
                START_LIMIT,
                () ->
                        flink.isRunning(ingest)
                                && flink.isRunning(analytics)
                                && flink.isRunning(archive)
                                && flink.isRunning(cabs));
        JobMetrics metrics = flink.metrics(ingest);
        Await.until(
                "all MQTT sessions are open",
                START_LIMIT,
                () -> metrics.sum("connectedSessions") >= JobWiring.MQTT_SESSIONS);
    }

    /** Does nothing while the jobs live; a job that ended by itself is an error. */
    public void requireAlive() {
        flink.isRunning(ingest);
        flink.isRunning(analytics);
        flink.isRunning(archive);
        flink.isRunning(cabs);
    }

    /** Stops all four with savepoints, nothing left between them. */
    public void stop() {
        stop(ingest);
        drain(analytics, JobWiring.ANALYTICS_GROUP, List.of(Topics.READINGS_VALID));
        stop(analytics);
        drain(
                archive,
                JobWiring.ARCHIVE_GROUP,
                List.of(Topics.READINGS_VALID, Topics.FUEL_SCORES, Topics.HAUL_CYCLES));
        stop(archive);
        drain(cabs, JobWiring.CABS_GROUP, List.of(Topics.DISPATCH_ASSIGNMENTS));
        stop(cabs);
    }

    /** A job that is being restarted takes no savepoint: it is stopped once it runs. */
    private void stop(RunningJob job) {
        Await.until("job " + job.name() + " runs", START_LIMIT, () -> flink.isRunning(job));
        flink.stop(job);
    }

    private void drain(RunningJob job, String group, List<String> topics) {
        Await.until(
                "job " + job.name() + " has read what was written for it",
                DRAIN_LIMIT,
                () -> {
                    if (!flink.isRunning(job)) {
                        return false;
                    }
                    flink.checkpoint(job);
                    return counts.lag(group, topics) == 0;
                });
    }
}
