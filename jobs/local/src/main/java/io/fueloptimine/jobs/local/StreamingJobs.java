package io.fueloptimine.jobs.local;

import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.FlinkJobs;
import io.fueloptimine.jobs.local.stack.FlinkJobs.RunningJob;
import io.fueloptimine.jobs.local.stack.JobMetrics;
import java.time.Duration;
import java.util.List;

/** The streaming jobs of a run, in the order of the flow. Not thread-safe. */
public final class StreamingJobs {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(90);

    /**
     * A submitted job.
     *
     * @param job the job on the cluster
     * @param group its Kafka consumer group
     * @param topics the topics that it must have read before it is stopped
     */
    record Started(RunningJob job, String group, List<String> topics) {}

    private final FlinkJobs flink;
    private final TopicMonitor counts;
    private final List<Started> jobs;

    /**
     * The jobs in the order of the flow.
     *
     * @param jobs the first one is ingest
     */
    StreamingJobs(FlinkJobs flink, TopicMonitor counts, List<Started> jobs) {
        this.flink = flink;
        this.counts = counts;
        this.jobs = List.copyOf(jobs);
    }

    /** Waits until every task of every job runs and every MQTT session is open. */
    public void awaitReady() {
        Await.until(
                "all tasks of the streaming jobs run",
                START_LIMIT,
                () -> jobs.stream().allMatch(started -> flink.isRunning(started.job())));
        JobMetrics metrics = flink.metrics(jobs.get(0).job());
        Await.until(
                "all MQTT sessions are open",
                START_LIMIT,
                () -> metrics.sum("connectedSessions") >= JobWiring.MQTT_SESSIONS);
    }

    /** Returns if no job has ended; a job that ended by itself is an error. */
    public void requireAlive() {
        jobs.forEach(started -> flink.isRunning(started.job()));
    }

    /**
     * Stops the jobs with savepoints in the order of the flow, each once it has read what the jobs
     * before it wrote.
     */
    public void stop() {
        for (Started started : jobs) {
            if (!started.topics().isEmpty()) {
                drain(started);
            }
            stop(started.job());
        }
    }

    /** A job that is being restarted takes no savepoint: it is stopped once it runs. */
    private void stop(RunningJob job) {
        Await.until("job " + job.name() + " runs", START_LIMIT, () -> flink.isRunning(job));
        flink.stop(job);
    }

    private void drain(Started started) {
        RunningJob job = started.job();
        Await.until(
                "job " + job.name() + " has read what was written for it",
                DRAIN_LIMIT,
                () -> {
                    if (!flink.isRunning(job)) {
                        return false;
                    }
                    flink.checkpoint(job);
                    return counts.lag(started.group(), started.topics()) == 0;
                });
    }
}
