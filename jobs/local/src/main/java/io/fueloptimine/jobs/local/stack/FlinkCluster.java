package io.fueloptimine.jobs.local.stack;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * A Flink cluster in this process with its web UI, whose jobs go on from where they last stopped.
 *
 * <p>Each job has a folder of its own for checkpoints and savepoints; the newest complete one is
 * restored. Not thread-safe: one thread starts and stops jobs.
 */
public final class FlinkCluster implements AutoCloseable {

    private static final long SAVEPOINT_TIMEOUT_S = 90;
    private static final long CLOSE_TIMEOUT_S = 30;

    private final MiniCluster cluster;
    private final Configuration configuration;
    private final Path folder;

    private FlinkCluster(MiniCluster cluster, Configuration configuration, Path folder) {
        this.cluster = cluster;
        this.configuration = configuration;
        this.folder = folder;
    }

    /**
     * Starts the cluster.
     *
     * @param configuration Flink's configuration for cluster and jobs
     * @param folder where checkpoints and savepoints go
     * @param slots how many subtasks run at once
     * @param webPort the web UI's port on the loopback address
     * @throws StackException when it does not start
     */
    public static FlinkCluster start(
            Configuration configuration, Path folder, int slots, int webPort) {
        Configuration own = new Configuration(configuration);
        own.set(RestOptions.ADDRESS, "127.0.0.1");
        own.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        own.set(RestOptions.PORT, webPort);
        own.set(RestOptions.BIND_PORT, Integer.toString(webPort));
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(own)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(slots)
                                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                                .build());
        try {
            cluster.start();
        } catch (Exception e) {
            throw new StackException("Flink cannot start: " + e.getMessage(), e);
        }
        return new FlinkCluster(cluster, own, folder);
    }

    /** An environment for one job: the cluster's configuration, the job's own checkpoint folder. */
    public StreamExecutionEnvironment environment(String jobName, Configuration jobSettings) {
        Configuration job = new Configuration(configuration);
        job.addAll(jobSettings);
        job.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                new RestorePoints(folder, jobName).checkpoints().toUri().toString());
        return new StreamExecutionEnvironment(job);
    }

    /**
     * Submits the job that was built on an {@link #environment}, restored from its newest restore
     * point if there is one.
     *
     * @throws StackException when the cluster refuses it
     */
    public RunningJob submit(String jobName, StreamExecutionEnvironment environment) {
        StreamGraph graph = environment.getStreamGraph();
        graph.setJobName(jobName);
        RestorePoints points = new RestorePoints(folder, jobName);
        points.newest()
                .ifPresent(
                        path ->
                                graph.setSavepointRestoreSettings(
                                        SavepointRestoreSettings.forPath(
                                                path.toUri().toString(), true)));
        JobID id = await("submit " + jobName, () -> cluster.submitJob(graph).get().getJobID());
        return new RunningJob(jobName, id);
    }

    /** Whether all of a job's tasks run; a job that has ended for good is an error. */
    public boolean isRunning(RunningJob job) {
        JobStatus status =
                await("ask for " + job.name(), () -> cluster.getJobStatus(job.id()).get());
        if (status.isGloballyTerminalState()) {
            throw new StackException(
                    "job " + job.name() + " ended: " + status + causeOf(job), null);
        }
        return status == JobStatus.RUNNING && allTasksRun(job);
    }

    /** The job's metrics, as the web UI shows them. */
    public JobMetrics metrics(RunningJob job) {
        return new JobMetrics(
                await("tell its address", () -> cluster.getRestAddress().get()),
                job.id().toString());
    }

    /** Takes a checkpoint now and waits for it. */
    public void checkpoint(RunningJob job) {
        await("checkpoint " + job.name(), () -> cluster.triggerCheckpoint(job.id()).get());
    }

    /** Stops a job with a savepoint, from which the next start goes on. */
    public void stop(RunningJob job) {
        RestorePoints points = new RestorePoints(folder, job.name());
        String savepoint =
                await(
                        "stop " + job.name() + " with a savepoint",
                        () ->
                                cluster.stopWithSavepoint(
                                                job.id(),
                                                points.savepoints().toUri().toString(),
                                                false,
                                                SavepointFormatType.CANONICAL)
                                        .get(SAVEPOINT_TIMEOUT_S, TimeUnit.SECONDS));
        points.keepOnly(savepoint);
    }

    @Override
    public void close() {
        try {
            cluster.closeAsync().get(CLOSE_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackException("Flink did not stop cleanly: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean allTasksRun(RunningJob job) {
        return await(
                "ask for tasks of " + job.name(),
                () ->
                        StreamSupport.stream(
                                        cluster.getExecutionGraph(job.id())
                                                .get()
                                                .getAllExecutionVertices()
                                                .spliterator(),
                                        false)
                                .allMatch(
                                        vertex ->
                                                vertex.getExecutionState()
                                                        == ExecutionState.RUNNING));
    }

    private String causeOf(RunningJob job) {
        var failure =
                await(
                        "ask why " + job.name() + " ended",
                        () -> cluster.getExecutionGraph(job.id()).get().getFailureInfo());
        return failure == null ? "" : ", " + failure.getException();
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
     * A job on this cluster.
     *
     * @param name its name in the web UI
     * @param id Flink's id
     */
    public record RunningJob(String name, JobID id) {}
}
