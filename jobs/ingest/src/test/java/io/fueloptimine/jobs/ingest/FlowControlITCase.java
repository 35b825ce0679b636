package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.mqtt.MqttSourceOptions;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The source with an in-flight window smaller than the messages between two checkpoints. */
@Timeout(90)
class FlowControlITCase {

    /** Not smaller than the number of messages that HiveMQ CE reads from a queue at once. */
    private static final int WINDOW = 50;

    private static final int MESSAGES = 10 * WINDOW;
    private static final int SESSIONS = 2;

    private static final InMemoryReporter METRICS = InMemoryReporter.create();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            RunningJob.cluster(METRICS.addToConfiguration(new Configuration()));

    @TempDir Path folder;

    /**
     * The limit is the smaller of the source's receive maximum and the broker's window. HiveMQ CE
     * may send to one session only: it polls for other sessions only when the queue of the group is
     * empty. Mosquitto is not tested: it uses the receive maximum instead of its own window ({@code
     * max_inflight_messages}), and before 2.0.13 it exceeds it, which is a protocol error.
     */
    @ParameterizedTest
    @EnumSource(names = "HIVEMQ")
    void deliversOneWindowPerCheckpointWhenTheWindowIsFull(BrokerKind kind) throws Exception {
        int port = kind.shared().port();
        ReadingJob job =
                ReadingJob.of("saturated" + kind.suffix(), port)
                        .withParallelism(1)
                        .with(MqttSourceOptions.SESSIONS, SESSIONS)
                        .with(MqttSourceOptions.RECEIVE_MAXIMUM, WINDOW);
        RunningJob running = job.start();

        MinePublisher.publish(port, job.topic(), "reading-", MESSAGES);

        job.seen().awaitAll("reading-", MESSAGES);
        assertThat(windowFullMillis(running)).isPositive();
        running.stop(folder);
        assertThat(job.seen().repeats()).isZero();
        assertThat(job.checkpoints().mostBetweenCheckpoints()).isBetween(WINDOW, SESSIONS * WINDOW);
    }

    @SuppressWarnings("unchecked")
    private static long windowFullMillis(RunningJob running) {
        Metric metric =
                METRICS.findMetric(running.client().getJobID(), "windowFullMillis").orElseThrow();
        return ((Gauge<Long>) metric).getValue();
    }
}
