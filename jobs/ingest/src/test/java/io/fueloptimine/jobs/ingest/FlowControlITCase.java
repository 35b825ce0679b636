package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The source when the broker's window is smaller than what comes between two checkpoints. */
@Timeout(90)
class FlowControlITCase {

    private static final int MESSAGES = 400;
    private static final int WINDOW = 20;
    private static final int SESSIONS = 2;

    @RegisterExtension static final MiniClusterExtension CLUSTER = RunningJob.cluster();

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void deliversAllByOneWindowACheckpointWhenTheWindowIsSaturated(BrokerKind kind)
            throws Exception {
        try (RunningBroker broker = kind.start(folder, WINDOW)) {
            ReadingJob job =
                    ReadingJob.of("saturated" + kind.suffix(), broker.port())
                            .withSessions(SESSIONS)
                            .withParallelism(1)
                            .withCheckpointsEvery(Duration.ofMillis(300));
            RunningJob running = job.start();

            MinePublisher.publish(broker.port(), job.topic(), "reading-", MESSAGES);

            job.seen().awaitAll("reading-", MESSAGES);
            running.stop(folder);
            assertThat(job.seen().repeats()).isZero();
            assertThat(job.checkpoints().mostBetweenTwo()).isEqualTo(SESSIONS * WINDOW);
        }
    }
}
