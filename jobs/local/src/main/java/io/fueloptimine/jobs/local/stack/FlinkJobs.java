package io.fueloptimine.jobs.local.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.program.ClusterClient;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.SerializedThrowable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Submits and stops the jobs on a Flink cluster, which runs in this process or in other processes.
 *
 * <p>Each job has a separate folder for checkpoints and savepoints, and is restored from the newest
 * complete checkpoint or savepoint. Not thread-safe.
 */
public final class FlinkJobs {

    private static final Logger LOG = LoggerFactory.getLogger(FlinkJobs.class);

    private static final long SAVEPOINT_TIMEOUT_S = 90;

    private final ClusterClient<?> client;
    private final HttpClient rest;
    private final Configuration configuration;
    private final Path folder;

    /**
     * @param client the client of the cluster; the caller closes it
     * @param rest the client of the cluster's REST API
     * @param configuration the configuration of the jobs; it is part of each job graph and holds no
     *     secret
     * @param folder the folder for checkpoints and savepoints
     */
    FlinkJobs(ClusterClient<?> client, HttpClient rest, Configuration configuration, Path folder) {
        this.client = client;
        this.rest = rest;
        this.configuration = configuration;
        this.folder = folder;
    }

    /**
     * Creates an environment for one job, with the cluster's configuration and the job's checkpoint
     * folder.
     */
    public StreamExecutionEnvironment environment(String jobName, Configuration jobSettings) {
        Configuration job = new Configuration(configuration);
        job.addAll(jobSettings);
        job.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                FlinkPath.of(new RestorePoints(folder, jobName).checkpoints()));
        return new StreamExecutionEnvironment(job);
    }

    /** Whether a job has a checkpoint or savepoint from which it can be restored. */
    public boolean hasRestorePoint(String jobName) {
        return new RestorePoints(folder, jobName).newest().isPresent();
    }

    /**
     * Submits a job that was built on an {@link #environment}. The job is restored from its newest
     * checkpoint or savepoint, if there is one.
     *
     * @throws StackException if the cluster rejects the job
     */
    public RunningJob submit(String jobName, StreamExecutionEnvironment environment) {
        LOG.info("Submitting job {}", jobName);
        StreamGraph graph = environment.getStreamGraph();
        graph.setJobName(jobName);
        RestorePoints points = new RestorePoints(folder, jobName);
        points.newest()
                .ifPresent(
                        path ->
                                graph.setSavepointRestoreSettings(
                                        SavepointRestoreSettings.forPath(
                                                FlinkPath.of(path), true)));
        JobID id = await("submit " + jobName, () -> client.submitJob(graph.getJobGraph()).get());
        return new RunningJob(jobName, id);
    }

    /**
     * Whether all tasks of a job are running.
     *
     * @throws StackException if the job has reached a terminal state
     */
    public boolean isRunning(RunningJob job) {
        JobStatus status =
                await("get the status of " + job.name(), () -> client.getJobStatus(job.id()).get());
        if (status.isGloballyTerminalState()) {
            throw new StackException(
                    "job " + job.name() + " ended with status " + status + causeOf(job), null);
        }
        return status == JobStatus.RUNNING && metrics(job).allTasksRun();
    }

    /** The access to the metrics of a job. */
    public JobMetrics metrics(RunningJob job) {
        return new JobMetrics(rest, URI.create(client.getWebInterfaceURL()), job.id().toString());
    }

    /** Triggers a checkpoint and waits until it is complete. */
    public void checkpoint(RunningJob job) {
        await(
                "checkpoint " + job.name(),
                () -> client.triggerCheckpoint(job.id(), CheckpointType.CONFIGURED).get());
    }

    /**
     * Stops a job with a savepoint, and deletes older checkpoints and savepoints of the job. The
     * next start is restored from this savepoint.
     */
    public void stop(RunningJob job) {
        RestorePoints points = new RestorePoints(folder, job.name());
        String savepoint =
                await(
                        "stop " + job.name() + " with a savepoint",
                        () ->
                                client.stopWithSavepoint(
                                                job.id(),
                                                false,
                                                FlinkPath.of(points.savepoints()),
                                                SavepointFormatType.CANONICAL)
                                        .get(SAVEPOINT_TIMEOUT_S, TimeUnit.SECONDS));
        points.keepOnly(FlinkPath.toLocal(savepoint));
    }

    private String causeOf(RunningJob job) {
        return await(
                "get the failure of " + job.name(),
                () ->
                        client.requestJobResult(job.id())
                                .get()
                                .getSerializedThrowable()
                                .map(cause -> ": " + rootOf(job, cause))
                                .orElse(""));
    }

    /** The message of the root cause of a failure. The stack trace is written to the log. */
    private static String rootOf(RunningJob job, SerializedThrowable failure) {
        LOG.error("Job {} failed:\n{}", job.name(), failure.getFullStringifiedStackTrace());
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    private static <T> T await(String what, Call<T> call) {
        try {
            return call.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted: " + what, e);
        } catch (Exception e) {
            throw new StackException("Flink could not " + what + ": " + e.getMessage(), e);
        }
    }

    private interface Call<T> {
        T run() throws Exception;
    }

    /**
     * A submitted job.
     *
     * @param name the job's name in the web UI
     * @param id the job id in Flink
     */
    public record RunningJob(String name, JobID id) {}
}
