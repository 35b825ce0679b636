package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two jobs and the sessions of one group. */
@Timeout(90)
class SessionOwnerITCase {

    @RegisterExtension static final MiniClusterExtension CLUSTER = RunningJob.cluster();

    @TempDir Path savepoints;

    /** Two jobs on the same sessions are a mistake that must not go unnoticed, nor cost a thing. */
    @ParameterizedTest
    @EnumSource
    void failsTheJobWhoseSessionIsTakenOverAndLosesNothing(BrokerKind kind) throws Exception {
        int port = kind.shared().port();
        ReadingJob job = ReadingJob.of("taken" + kind.suffix(), port).withParallelism(1);
        RunningJob first = job.start();
        Load load = Load.on(port, job.topic(), "reading-");
        job.seen().awaitSome("reading-", 300);

        RunningJob second = job.submit();

        assertThat(first.failure())
                .hasStackTraceContaining("MQTT session taken" + kind.suffix() + "-")
                .hasStackTraceContaining("SESSION_TAKEN_OVER");
        job.seen().awaitSome("reading-", (int) job.seen().distinct("reading-") + 300);
        int published = load.end();
        job.seen().awaitAll("reading-", published);
        second.stop(savepoints);
    }
}
