package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * A cluster as {@code fuel local} starts it, with a job that must survive whatever a test attempts.
 *
 * @param port the port of Flink's REST interface
 */
record VictimCluster(FlinkCluster cluster, FlinkJobs.RunningJob job, int port)
        implements AutoCloseable {

    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

    static VictimCluster start(Path folder) throws Exception {
        int port = freePort();
        Configuration configuration =
                GlobalConfiguration.loadConfiguration(FuelHome.find().flinkConf().toString());
        FlinkCluster cluster = FlinkCluster.start(configuration, folder, 1, port);
        FlinkJobs.RunningJob job =
                cluster.jobs().submit("victim", EndlessJob.of(cluster.jobs(), "victim"));
        VictimCluster victim = new VictimCluster(cluster, job, port);
        victim.assertJobRuns();
        return victim;
    }

    private void assertJobRuns() {
        assertThat(Await.holdsWithin(ONE_MINUTE, () -> cluster.jobs().isRunning(job))).isTrue();
    }

    /** Checks that the job still runs, and stops the cluster. */
    @Override
    public void close() {
        assertJobRuns();
        cluster.jobs().stop(job);
        cluster.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
