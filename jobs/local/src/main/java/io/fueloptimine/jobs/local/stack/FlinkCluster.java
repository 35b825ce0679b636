package io.fueloptimine.jobs.local.stack;

import io.fueloptimine.jobs.settings.rest.RestAccess;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.client.program.MiniClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;

/**
 * A Flink mini cluster in this process, with the web UI. The REST interface is read-only, because
 * {@link #jobs} submits and stops jobs within the process.
 */
public final class FlinkCluster implements AutoCloseable {

    private static final long CLOSE_TIMEOUT_S = 30;

    private final MiniCluster cluster;
    private final FlinkJobs jobs;

    private FlinkCluster(MiniCluster cluster, FlinkJobs jobs) {
        this.cluster = cluster;
        this.jobs = jobs;
    }

    /**
     * Starts the cluster.
     *
     * @param configuration the configuration of cluster and jobs
     * @param folder the folder for checkpoints and savepoints
     * @param slots number of task slots
     * @param webPort the port of the web UI on the loopback address
     * @throws StackException if the cluster does not start
     */
    public static FlinkCluster start(
            Configuration configuration, Path folder, int slots, int webPort) {
        Configuration merged = new Configuration(configuration);
        RestAccess.limitToReadingOnThisMachine(merged);
        merged.set(RestOptions.PORT, webPort);
        merged.set(RestOptions.BIND_PORT, Integer.toString(webPort));
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(merged)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(slots)
                                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                                .build());
        try {
            OwnThread.run(
                    "start-flink",
                    () -> {
                        cluster.start();
                        return cluster;
                    });
        } catch (Exception e) {
            throw new StackException("Flink cannot start: " + e.getMessage(), e);
        }
        return new FlinkCluster(
                cluster,
                new FlinkJobs(
                        new MiniClusterClient(merged, cluster),
                        JobMetrics.client(Optional.empty()),
                        merged,
                        folder));
    }

    /** The jobs on this cluster. */
    public FlinkJobs jobs() {
        return jobs;
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
}
