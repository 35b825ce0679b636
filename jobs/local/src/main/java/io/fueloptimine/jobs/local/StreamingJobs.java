package io.fueloptimine.jobs.local;

import io.fueloptimine.jobs.local.account.TopicMonitor;
import io.fueloptimine.jobs.local.stack.Await;
import io.fueloptimine.jobs.local.stack.FlinkJobs;
import io.fueloptimine.jobs.local.stack.FlinkJobs.RunningJob;
import io.fueloptimine.jobs.local.stack.JobMetrics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The streaming jobs of a run, in the order in which data flows through them. Not thread-safe. */
public final class StreamingJobs {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(90);

    /**
     * A submitted job.
     *
     * @param job the job on the cluster
     * @param group the Kafka consumer group of the job
     * @param topics the topics that the job must have read completely before it is stopped
     */
    record Started(RunningJob job, String group, List<String> topics) {}

    private final FlinkJobs flink;
    private final TopicMonitor counts;
    private final List<Started> jobs;

    /**
     * @param jobs the jobs in the order in which data flows through them, beginning with job ingest
     */
    StreamingJobs(FlinkJobs flink, TopicMonitor counts, List<Started> jobs) {
        this.flink = flink;
        this.counts = counts;
        this.jobs = List.copyOf(jobs);
    }

    /** Waits until all tasks of all jobs are running and all MQTT sessions are open. */
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

    /** The access to the metrics of each job by the job's name, in the order of the jobs. */
    public Map<String, JobMetrics> metrics() {
        Map<String, JobMetrics> metrics = new LinkedHashMap<>();
        jobs.forEach(started -> metrics.put(started.job().name(), flink.metrics(started.job())));
        return metrics;
    }

    /** Checks that all jobs are running, and throws an exception if a job has ended. */
    public void requireAlive() {
        jobs.forEach(started -> flink.isRunning(started.job()));
    }

    /**
     * Stops the jobs with savepoints in the order in which data flows through them. Each job is
     * stopped when it has read all input that the jobs before it wrote.
     */
    public void stop() {
        for (Started started : jobs) {
            if (!started.topics().isEmpty()) {
                drain(started);
            }
            stop(started.job());
        }
    }

    /**
     * Stops a job with a savepoint. If Flink is restarting the job, this method first waits until
     * the job runs, because a savepoint is impossible before.
     */
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
