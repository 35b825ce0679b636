package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.quality.SuiteUpdate;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class IngestJobITCase {

    private static final int MESSAGES = 8_000;
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void accountsForEveryMessageExactlyOnce() throws Exception {
        CollectingSink<Reading> valid = new CollectingSink<>("valid");
        CollectingSink<QualityRecord> quality = new CollectingSink<>("quality");
        StreamExecutionEnvironment env = environment();

        IngestJob.build(
                env,
                IngestSources.of(messages()),
                ValidationSuite.shipped(),
                IngestOutputs.of(valid, quality));
        env.execute("ingest");

        long rejected = count(quality.elements(), QualityVerdict.REJECTED);
        long repeated = count(quality.elements(), QualityVerdict.DUPLICATE);
        assertThat(valid.elements().size() + rejected + repeated).isEqualTo(MESSAGES);
        assertThat(rejected).isEqualTo(2 * MESSAGES / 8);
        assertThat(repeated).isEqualTo(MESSAGES / 8);
        assertThat(valid.elements()).extracting(Reading::id).doesNotHaveDuplicates();
    }

    @Test
    void reportsAnAppliedAndARejectedSuite() throws Exception {
        CollectingSink<Reading> valid = new CollectingSink<>("valid-of-suites");
        CollectingSink<QualityRecord> quality = new CollectingSink<>("quality-of-suites");
        StreamExecutionEnvironment env = environment();
        Source<SuiteUpdate, ?, ?> suites =
                new DataGeneratorSource<>(
                        IngestJobITCase::suite, 2, TypeInformation.of(SuiteUpdate.class));

        IngestJob.build(
                env,
                IngestSources.of(messages()).withSuites(suites),
                ValidationSuite.shipped(),
                IngestOutputs.of(valid, quality));
        env.execute("ingest");

        assertThat(quality.elements())
                .filteredOn(record -> record.rule().equals("suite"))
                .extracting(QualityRecord::verdict)
                .containsExactlyInAnyOrder(QualityVerdict.FLAGGED, QualityVerdict.REJECTED);
    }

    /** A valid suite, then one without rules. */
    private static SuiteUpdate suite(long index) {
        String rules =
                index == 1
                        ? "[]"
                        : "[{name: a, stream: telemetry, expectation:"
                                + " expect_column_values_to_be_null, column: speedKph, severity:"
                                + " info, action: flag}]";
        return new SuiteUpdate("suite: s\nrules: " + rules, START.plusSeconds(index));
    }

    /** Eight messages: one is malformed, one out of range, and one a repeat. */
    private static RawMessage message(long index) {
        long second = index / 8;
        String topic = "pit/v1/haultruck/T-" + second % 10 + "/telemetry";
        long place = index % 8;
        String json =
                switch ((int) place) {
                    case 5 -> "{\"time\":\"" + START;
                    case 6 -> json(second * 8 + 6, 3_276.75);
                    case 7 -> json(second * 8, 300);
                    default -> json(second * 8 + place, 300);
                };
        return new RawMessage(topic, json.getBytes(StandardCharsets.UTF_8), START, false);
    }

    private static String json(long number, double fuelRateLph) {
        Instant time = START.plusMillis(number * 125);
        return "{\"time\":\"%s\",\"sequence\":%d,\"fuelRateLph\":%s}"
                .formatted(time, number, fuelRateLph);
    }

    private static Source<RawMessage, ?, ?> messages() {
        return new DataGeneratorSource<>(
                IngestJobITCase::message, MESSAGES, TypeInformation.of(RawMessage.class));
    }

    private static StreamExecutionEnvironment environment() {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return StreamExecutionEnvironment.getExecutionEnvironment(settings).setParallelism(2);
    }

    private static long count(List<QualityRecord> records, QualityVerdict verdict) {
        return records.stream().filter(record -> record.verdict() == verdict).count();
    }
}
