package io.fueloptimine.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.message.FuzzedMessages;
import io.fueloptimine.models.message.PayloadKind;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.quality.suite.ValidationSuite;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million generated invalid messages through the job graph; the result of each is checked. */
@Tag("whole")
class FuzzedIngestITCase {

    private static final int MESSAGES = 1_000_000;
    private static final int MAX_FAULTS = 20;

    /** For each message the numbers of readings, rejections and repeats, one byte each. */
    private static final AtomicIntegerArray OUTCOMES = new AtomicIntegerArray(MESSAGES);

    private static final int READING = 1;
    private static final int REJECTION = 1 << 8;
    private static final int REPEAT = 1 << 16;

    private static final Map<String, LongAdder> REASONS = new ConcurrentSkipListMap<>();
    private static final Queue<QualityRecord> INCOMPLETE = new ConcurrentLinkedQueue<>();

    @Test
    void accountsForAMillionFuzzedMessagesAndNamesTheReasonOfEachRejection() throws Exception {
        StreamExecutionEnvironment env = environment();
        IngestJob.build(
                env,
                IngestSources.of(messages()),
                ValidationSuite.shipped(),
                IngestOutputs.of(
                        new ConsumerSink<>(context -> FuzzedIngestITCase::valid),
                        new ConsumerSink<>(context -> FuzzedIngestITCase::refused)));

        env.execute("fuzzed ingest");

        assertThat(INCOMPLETE).isEmpty();
        Map<PayloadKind, String> wrong = new ConcurrentHashMap<>();
        long total = 0;
        for (int number = 0; number < MESSAGES; number++) {
            int outcome = OUTCOMES.get(number);
            total += outcome == READING || outcome == REJECTION || outcome == REPEAT ? 1 : 0;
            if (!isAllowed(number, outcome)) {
                wrong.putIfAbsent(
                        FuzzedMessages.kind(number),
                        "message %d: outcome %06x".formatted(number, outcome));
            }
        }
        REASONS.forEach((reason, count) -> System.out.printf("%,9d %s%n", count.sum(), reason));
        assertThat(wrong).isEmpty();
        assertThat(total).isEqualTo(MESSAGES);
    }

    /** A repeat may arrive before the original: one of the two becomes the reading. */
    private static boolean isAllowed(int number, int outcome) {
        return switch (FuzzedMessages.kind(number).outcome()) {
            case READING -> outcome == READING || isRepeated(number) && outcome == REPEAT;
            case REPEAT -> outcome + OUTCOMES.get(number - 1) == READING + REPEAT;
            case REJECTION -> outcome == REJECTION;
            case ANY -> outcome == READING || outcome == REJECTION || outcome == REPEAT;
        };
    }

    private static boolean isRepeated(int number) {
        return number + 1 < MESSAGES
                && FuzzedMessages.kind(number + 1).outcome() == PayloadKind.Outcome.REPEAT;
    }

    private static void valid(Reading reading) {
        OUTCOMES.addAndGet((int) reading.receivedAt().getEpochSecond(), READING);
        count("a valid reading");
    }

    private static void refused(QualityRecord record) {
        if (record.verdict() == QualityVerdict.FLAGGED) {
            return;
        }
        boolean rejected = record.verdict() == QualityVerdict.REJECTED;
        int number = (int) record.receivedAt().getEpochSecond();
        OUTCOMES.addAndGet(number, rejected ? REJECTION : REPEAT);
        count(record.rule() + (rejected ? ": expected " + wording(record.expected()) : ""));
        if (rejected && !isComplete(record) && INCOMPLETE.size() < MAX_FAULTS) {
            INCOMPLETE.add(record);
        }
    }

    private static boolean isComplete(QualityRecord record) {
        return isTold(record.qualityId())
                && isTold(record.rule())
                && isTold(record.expected())
                && (isTold(record.field()) || isTold(record.observed()))
                && record.severity() != null
                && record.topic() != null
                && record.payload() != null;
    }

    private static boolean isTold(String text) {
        return text != null && !text.isBlank();
    }

    private static String wording(String expected) {
        return expected.length() <= 70 ? expected : expected.substring(0, 70) + " ...";
    }

    private static void count(String reason) {
        REASONS.computeIfAbsent(reason, unseen -> new LongAdder()).increment();
    }

    private static Source<RawMessage, ?, ?> messages() {
        return new DataGeneratorSource<>(
                FuzzedMessages::message, MESSAGES, TypeInformation.of(RawMessage.class));
    }

    private static StreamExecutionEnvironment environment() {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return StreamExecutionEnvironment.getExecutionEnvironment(settings).setParallelism(2);
    }
}
