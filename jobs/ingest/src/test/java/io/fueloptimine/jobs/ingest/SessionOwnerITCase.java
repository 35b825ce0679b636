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

    /**
     * Each with sessions of its own. How they share is the broker's choice: Mosquitto takes turns,
     * HiveMQ CE wakes an idle session only when the group's queue is empty, so that under load one
     * of the two may do all the work.
     */
    @ParameterizedTest
    @EnumSource
    void twoJobsShareOneGroupAndEachMessageGoesToOneOfThem(BrokerKind kind) throws Exception {
        int port = kind.shared().port();
        ReadingJob job = ReadingJob.of("shared" + kind.suffix(), port).withParallelism(1);
        Sightings other = new Sightings(job.group() + "-other");
        RunningJob first = job.start();
        RunningJob second =
                job.seenBy(other).with(MqttSourceOptions.SESSION_PREFIX, "other-job").submit();
        awaitBoth(job, other, port);

        Load load = Load.on(port, job.topic(), "reading-");
        Waiting.until(
                Duration.ofSeconds(40),
                () -> job.seen().distinct("reading-") + other.distinct("reading-") >= 1_000,
                () -> "the two jobs see too little");
        int published = load.end();

        Waiting.until(
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
     * The first job takes all until the second one's subscription is made. One message at a time,
     * and the next one when it is acknowledged: an idle session is woken by a message that comes to
     * an empty queue.
     */
    private static void awaitBoth(ReadingJob job, Sightings other, int port) {
        try (MinePublisher publisher = new MinePublisher(port)) {
            Waiting.until(
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
