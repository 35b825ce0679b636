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

    /** A mistake that must not go unnoticed. */
    @ParameterizedTest
    @EnumSource(names = "HIVEMQ")
    void failsTheJobWhoseSessionIsTakenOver(BrokerKind kind) throws Exception {
        ReadingJob job = ReadingJob.of("taken" + kind.suffix(), kind.shared().port());
        RunningJob first = job.withParallelism(1).start();

        RunningJob second = job.withParallelism(1).submit();

        assertThat(first.failure())
                .hasStackTraceContaining("MQTT session taken-hivemq-")
                .hasStackTraceContaining("SESSION_TAKEN_OVER");
        second.stop(savepoints);
    }

    /**
     * Mosquitto before 2.0.15 only closes the connection, as a lost network would: the two jobs
     * take each other's sessions in turn, and the metric {@code reconnects} is what tells of it.
     */
    @ParameterizedTest
    @EnumSource
    void losesNothingWhenSessionsAreTakenOver(BrokerKind kind) throws Exception {
        int port = kind.shared().port();
        ReadingJob job = ReadingJob.of("fought-over" + kind.suffix(), port).withParallelism(1);
        RunningJob first = job.start();
        Load load = Load.on(port, job.topic(), "reading-");
        job.seen().awaitMore("reading-", 300);

        RunningJob second = job.submit();

        job.seen().awaitMore("reading-", 300);
        int published = load.end();
        first.cancel();
        job.seen().awaitAll("reading-", published);
        second.cancel();
    }
}
