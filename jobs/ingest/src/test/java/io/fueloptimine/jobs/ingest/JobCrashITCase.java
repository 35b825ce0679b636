package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The source with real brokers when its job fails: which messages are repeated. */
@Timeout(90)
class JobCrashITCase {

    private static final int MESSAGES = 2_000;

    @RegisterExtension static final MiniClusterExtension CLUSTER = RunningJob.cluster();

    @TempDir Path savepoints;

    @ParameterizedTest
    @EnumSource
    void repeatsMessagesThatAreInNoCompletedCheckpoint(BrokerKind kind) throws Exception {
        int port = kind.shared().port();
        // The second message after a snapshot, so that the first one is in no completed checkpoint.
        ReadingJob job =
                ReadingJob.of("unacknowledged" + kind.suffix(), port)
                        .breaking(
                                (payload, sinceLast) ->
                                        payload.startsWith("reading-") && sinceLast == 2);
        RunningJob running = job.start();

        MinePublisher.publish(port, job.topic(), "reading-", MESSAGES);

        job.seen().awaitAll("reading-", MESSAGES);
        running.stop(savepoints);
        assertThat(job.seen().repeats()).isPositive();
    }

    /**
     * The acknowledgements of a completed checkpoint reach the broker before the failed task
     * disconnects. Only a failed process or network can lose them; then the messages are repeated.
     */
    @ParameterizedTest
    @EnumSource
    void repeatsNoMessageOfACompletedCheckpoint(BrokerKind kind) throws Exception {
        int port = kind.shared().port();
        ReadingJob job =
                ReadingJob.of("acknowledged" + kind.suffix(), port)
                        .breaking((payload, sinceLast) -> payload.equals("break-0"));
        RunningJob running = job.start();
        MinePublisher.publish(port, job.topic(), "before-", MESSAGES);
        job.seen().awaitAll("before-", MESSAGES);
        job.checkpoints().awaitNext();

        MinePublisher.publish(port, job.topic(), "break-", 1);
        MinePublisher.publish(port, job.topic(), "after-", MESSAGES);

        job.seen().awaitAll("after-", MESSAGES);
        job.seen().awaitAll("break-", 1);
        running.stop(savepoints);
        assertThat(job.seen().repeats("before-")).isZero();
    }
}
