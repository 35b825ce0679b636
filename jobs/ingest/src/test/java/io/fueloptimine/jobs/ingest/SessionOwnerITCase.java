package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.mqtt.MqttSourceOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two jobs that use the sessions of one group. */
@Timeout(90)
class SessionOwnerITCase {

    @RegisterExtension static final MiniClusterExtension CLUSTER = RunningJob.cluster();

    @TempDir Path savepoints;

    /** Two jobs with the same sessions are a configuration error, which must be visible. */
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
     * Mosquitto before 2.0.15 closes the connection without reason, like a network failure: the two
     * jobs take over each other's sessions in turn, visible in the metric {@code reconnects}.
     */
    @ParameterizedTest
    @EnumSource
    void losesNothingWhenSessionsAreTakenOver(BrokerKind kind) throws Exception {
        int port = kind.shared().port();
        ReadingJob job = ReadingJob.of("fought-over" + kind.suffix(), port).withParallelism(1);
        RunningJob first = job.start();
        ContinuousPublisher load = ContinuousPublisher.on(port, job.topic(), "reading-");
        job.seen().awaitMore("reading-", 300);

        RunningJob second = job.submit();

        job.seen().awaitMore("reading-", 300);
        int published = load.end();
        first.cancel();
        job.seen().awaitAll("reading-", published);
        second.cancel();
    }

    /**
     * Each job has its own sessions. The broker decides how they share messages: Mosquitto uses
     * them in turn; HiveMQ CE sends to an idle session only when the queue of the group is empty,
     * so that one job may receive all messages under load.
     */
    @ParameterizedTest
    @EnumSource
    void twoJobsShareOneGroupAndEachMessageGoesToOneOfThem(BrokerKind kind) throws Exception {
        int port = kind.shared().port();
        ReadingJob job = ReadingJob.of("shared" + kind.suffix(), port).withParallelism(1);
        PayloadCounts other = new PayloadCounts(job.group() + "-other");
        RunningJob first = job.start();
        RunningJob second =
                job.seenBy(other).with(MqttSourceOptions.SESSION_PREFIX, "other-job").submit();
        awaitBoth(job, other, port);

        ContinuousPublisher load = ContinuousPublisher.on(port, job.topic(), "reading-");
        Awaiting.until(
                Duration.ofSeconds(40),
                () -> job.seen().distinct("reading-") + other.distinct("reading-") >= 1_000,
                () -> "the two jobs see too little");
        int published = load.end();

        Awaiting.until(
                Duration.ofSeconds(40),
                () -> job.seen().distinct("reading-") + other.distinct("reading-") >= published,
                () -> "of " + published + " some are missing");
        first.stop(savepoints);
        second.stop(savepoints);
        assertThat(job.seen().distinct("reading-") + other.distinct("reading-"))
                .isEqualTo(published);
        assertThat(job.seen().repeats() + other.repeats()).isZero();
    }

    /**
     * Publishes until both jobs have received a message. One message at a time, each after the
     * acknowledgement of the previous one, because HiveMQ CE sends to an idle session only when a
     * message arrives at an empty queue.
     */
    private static void awaitBoth(ReadingJob job, PayloadCounts other, int port) {
        try (MinePublisher publisher = new MinePublisher(port)) {
            Awaiting.until(
                    Duration.ofSeconds(40),
                    () -> {
                        publisher.publish(job.topic(), "both-" + UUID.randomUUID());
                        job.checkpoints().awaitNext();
                        job.checkpoints().awaitNext();
                        return other.distinct() > 0;
                    },
                    () -> "the second job sees nothing");
        }
    }
}
