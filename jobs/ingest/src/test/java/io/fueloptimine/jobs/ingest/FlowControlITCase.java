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

/** The source when the broker's window is smaller than what comes between two checkpoints. */
@Timeout(90)
class FlowControlITCase {

    /** No smaller than what HiveMQ CE reads from a queue at once. */
    private static final int WINDOW = 50;

    private static final int MESSAGES = 10 * WINDOW;
    private static final int SESSIONS = 2;

    private static final InMemoryReporter METRICS = InMemoryReporter.create();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            RunningJob.cluster(METRICS.addToConfiguration(new Configuration()));

    @TempDir Path folder;

    /**
     * The bound is the smaller of the source's receive maximum and the broker's own window. HiveMQ
     * CE may serve one session alone meanwhile: it wakes the others only when the group's queue is
     * empty. Mosquitto is left out: its own window ({@code max_inflight_messages}) gives way to the
     * receive maximum, and before 2.0.13 it sends beyond that, which is a protocol fault.
     */
    @ParameterizedTest
    @EnumSource(names = "HIVEMQ")
    void deliversAllByAWindowACheckpointWhenTheWindowIsSaturated(BrokerKind kind) throws Exception {
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
        assertThat(job.checkpoints().mostBetweenTwo()).isBetween(WINDOW, SESSIONS * WINDOW);
    }

    @SuppressWarnings("unchecked")
    private static long windowFullMillis(RunningJob running) {
        Metric metric =
                METRICS.findMetric(running.client().getJobID(), "windowFullMillis").orElseThrow();
        return ((Gauge<Long>) metric).getValue();
    }
}
