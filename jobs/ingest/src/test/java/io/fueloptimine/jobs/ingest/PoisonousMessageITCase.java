package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.mqtt.MqttSource;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages that cannot be decoded, from a real broker through the whole job ingest. */
@Timeout(90)
class PoisonousMessageITCase {

    private static final List<String> POISONOUS =
            List.of(
                    "",
                    "\0\0\0",
                    "{",
                    "[[[[[[",
                    "null",
                    "NaN",
                    "{\"time\":\"yesterday\"}",
                    "é".repeat(9));

    private static final InMemoryReporter METRICS = InMemoryReporter.create();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            RunningJob.cluster(METRICS.addToConfiguration(new Configuration()));

    @TempDir Path savepoints;

    @ParameterizedTest
    @EnumSource
    void areKeptAndAcknowledgedWithoutAffectingValidMessages(BrokerKind kind) throws Exception {
        int port = kind.shared().port();
        ReadingJob job = ReadingJob.of("poisonous" + kind.suffix(), port);
        CollectingSink<Reading> valid = new CollectingSink<>(job.group() + "-valid");
        CollectingSink<QualityRecord> quality = new CollectingSink<>(job.group() + "-quality");
        job.start().stop(savepoints);
        publish(port, job.topic());

        RunningJob ingest = ingest(job.options(), valid, quality);

        Awaiting.until(
                Duration.ofSeconds(40),
                () -> !valid.elements().isEmpty() && rejected(quality).size() >= POISONOUS.size(),
                () ->
                        rejected(quality).size()
                                + " rejected, "
                                + valid.elements().size()
                                + " valid");
        Awaiting.until(
                Duration.ofSeconds(40),
                () -> unacknowledged(ingest) == 0,
                () -> unacknowledged(ingest) + " are unacknowledged");
        ingest.cancel();
        assertThat(rejected(quality)).containsExactlyInAnyOrderElementsOf(POISONOUS);
        assertThat(valid.elements()).hasSize(1);
        assertAllAcknowledged(job);
    }

    /**
     * Checks that all messages were acknowledged: the next job of the group receives new ones only.
     */
    private void assertAllAcknowledged(ReadingJob job) throws Exception {
        PayloadCounts left = new PayloadCounts(job.group() + "-left");
        RunningJob next = job.seenBy(left).start();
        next.stop(savepoints);
        assertThat(left.distinct()).isEqualTo((int) left.distinct("probe-"));
    }

    @SuppressWarnings("unchecked")
    private static int unacknowledged(RunningJob job) {
        return METRICS
                .findMetrics(job.client().getJobID(), "unacknowledgedMessages")
                .values()
                .stream()
                .mapToInt(metric -> ((Gauge<Integer>) metric).getValue())
                .sum();
    }

    private static void publish(int port, String topic) {
        try (MinePublisher publisher = new MinePublisher(port)) {
            POISONOUS.forEach(payload -> publisher.publish(topic, payload));
            publisher.publish(
                    topic,
                    "{\"time\":\"%s\",\"sequence\":1,\"fuelRateLph\":300}"
                            .formatted(Instant.now()));
        }
    }

    private static RunningJob ingest(
            Configuration options,
            CollectingSink<Reading> valid,
            CollectingSink<QualityRecord> quality)
            throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(options);
        IngestJob.build(
                env,
                IngestSources.of(MqttSource.builder().options(options).build(options)),
                ValidationSuite.shipped(),
                IngestOutputs.of(valid, quality));
        return new RunningJob(env.executeAsync("ingest"));
    }

    /**
     * Removes the probe of the previous job, which may be repeated because it was not acknowledged.
     */
    private static List<String> rejected(CollectingSink<QualityRecord> quality) {
        return quality.elements().stream()
                .filter(record -> record.verdict() == QualityVerdict.REJECTED)
                .map(record -> new String(record.payload(), StandardCharsets.UTF_8))
                .filter(payload -> !payload.startsWith("probe-"))
                .toList();
    }
}
