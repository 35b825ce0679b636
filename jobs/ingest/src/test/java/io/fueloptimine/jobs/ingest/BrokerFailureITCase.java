package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.broker.InterruptibleTcpLink;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The source during failures of network and broker; its job keeps running. */
@Timeout(90)
class BrokerFailureITCase {

    private static final int MESSAGES = 500;

    @RegisterExtension static final MiniClusterExtension CLUSTER = RunningJob.cluster();

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void losesNothingWhenAllConnectionsAreCutRepeatedly(BrokerKind kind) throws Exception {
        int port = kind.shared().port();
        try (InterruptibleTcpLink link = new InterruptibleTcpLink(port)) {
            ReadingJob job = ReadingJob.of("cut" + kind.suffix(), link.port());
            RunningJob running = job.submit();
            job.awaitSubscription(port);
            ContinuousPublisher load = ContinuousPublisher.on(port, job.topic(), "reading-");
            for (int cut = 1; cut <= 3; cut++) {
                job.seen().awaitMore("reading-", 300);
                link.closeConnections();
            }
            link.block();
            int tried = link.acceptedConnections();
            Awaiting.until(
                    Duration.ofSeconds(20),
                    () -> link.acceptedConnections() > tried,
                    () -> "the source does not reconnect");
            link.unblock();
            int published = load.end();
            job.seen().awaitAll("reading-", published);
            running.stop(folder);
        }
    }

    /**
     * Mosquitto keeps the queues of sessions over a restart, but restores a shared subscription
     * only when its client reconnects. A message published before that is not kept; the publisher
     * gets reason code 16 (no matching subscribers).
     */
    @ParameterizedTest
    @EnumSource
    void losesNothingWhenTheBrokerIsRestarted(BrokerKind kind) throws Exception {
        RunningBroker broker = kind.start(folder, BrokerKind.WIDE_WINDOW);
        ReadingJob job = ReadingJob.of("restarted" + kind.suffix(), broker.port());
        RunningJob running = job.start();
        MinePublisher.publish(broker.port(), job.topic(), "first-", MESSAGES);
        broker.close();
        try (RunningBroker again = broker.startAgain()) {
            if (kind == BrokerKind.MOSQUITTO) {
                job.awaitSubscription(again.port());
            }
            MinePublisher.publish(again.port(), job.topic(), "second-", MESSAGES);
            job.seen().awaitAll("first-", MESSAGES);
            job.seen().awaitAll("second-", MESSAGES);
            running.stop(folder);
        }
    }

    /**
     * HiveMQ CE writes each message before it acknowledges it. Mosquitto keeps messages in memory
     * between two saves ({@code autosave_interval}, by default 30 minutes): a kill loses what it
     * acknowledged since the last save.
     */
    @ParameterizedTest
    @EnumSource
    void losesNothingThatTheBrokerSavedBeforeItWasKilled(BrokerKind kind) throws Exception {
        RunningBroker broker = kind.start(folder, BrokerKind.WIDE_WINDOW);
        ReadingJob job = ReadingJob.of("killed" + kind.suffix(), broker.port());
        RunningJob running = job.start();
        MinePublisher.publish(broker.port(), job.topic(), "first-", MESSAGES);
        broker.save();
        broker.kill();
        try (RunningBroker again = broker.startAgain()) {
            job.awaitSubscription(again.port());
            MinePublisher.publish(again.port(), job.topic(), "second-", MESSAGES);
            job.seen().awaitAll("first-", MESSAGES);
            job.seen().awaitAll("second-", MESSAGES);
            running.stop(folder);
        }
        assertThat(job.seen().repeats("second-")).isZero();
    }
}
