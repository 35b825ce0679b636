package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The source with real brokers while its job is stopped and started. */
@Timeout(90)
class JobRestartITCase {

    private static final int MESSAGES = 2_000;

    @RegisterExtension static final MiniClusterExtension CLUSTER = RunningJob.cluster();

    @TempDir Path savepoints;

    @ParameterizedTest
    @EnumSource
    void deliversWhatWasQueuedWhileTheJobWasDown(BrokerKind kind) throws Exception {
        int port = kind.shared().port();
        ReadingJob job = ReadingJob.of("queued" + kind.suffix(), port);
        job.start().stop(savepoints);

        MinePublisher.publish(port, job.topic(), "while-down-", MESSAGES);

        // Without savepoint: the broker's queues do not depend on the job's state.
        RunningJob again = job.submit();
        job.seen().awaitAll("while-down-", MESSAGES);
        again.stop(savepoints);
        assertThat(job.seen().repeats()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void losesAndRepeatsNothingWhileItIsRescaledUpAndDownUnderLoad(BrokerKind kind)
            throws Exception {
        int port = kind.shared().port();
        ReadingJob job = ReadingJob.of("rescaled" + kind.suffix(), port);
        RunningJob two = job.withParallelism(2).start();

        ContinuousPublisher load = ContinuousPublisher.on(port, job.topic(), "reading-");
        job.seen().awaitMore("reading-", 500);
        RunningJob three = job.withParallelism(3).from(two.stop(savepoints)).submit();
        job.seen().awaitMore("reading-", 500);
        RunningJob one = job.withParallelism(1).from(three.stop(savepoints)).submit();
        job.seen().awaitMore("reading-", 500);
        int published = load.end();

        job.seen().awaitAll("reading-", published);
        one.stop(savepoints);
        assertThat(job.seen().repeats()).isZero();
    }
}
