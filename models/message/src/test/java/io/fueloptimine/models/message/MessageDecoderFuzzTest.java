package io.fueloptimine.models.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageDecoderFuzzTest {

    private static final int MESSAGES = 100_000;

    /** A message of 64 KiB is copied a few times at most: as characters, text and digest input. */
    private static final long MAX_ALLOCATED_BYTES = 1L << 20;

    private final MessageDecoder decoder = new MessageDecoder();

    @Test
    void decodesEveryMessageToOneReadingOrOneCompleteRejection() {
        Map<PayloadKind, Integer> readings = new EnumMap<>(PayloadKind.class);
        for (int number = 0; number < MESSAGES; number++) {
            RawMessage message = FuzzedMessages.message(number);
            PayloadKind kind = FuzzedMessages.kind(number);
            if (decoder.decode(message) instanceof DecodeResult.Unreadable rejected) {
                assertComplete(rejected.rejection(), message);
                assertThat(kind.outcome())
                        .isIn(PayloadKind.Outcome.REJECTION, PayloadKind.Outcome.ANY);
            } else {
                readings.merge(kind, 1, Integer::sum);
            }
        }

        // Sentinels are rejected later, by a validation rule; the decoder accepts them.
        assertThat(readings.keySet())
                .allMatch(
                        kind ->
                                kind.outcome() != PayloadKind.Outcome.REJECTION
                                        || kind == PayloadKind.SENTINEL);
        assertThat(readings.get(PayloadKind.FLIPPED_BITS)).isGreaterThan(MESSAGES / 100);
    }

    @Test
    void allocatesBoundedMemoryForEveryKindOfMessage() {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        Arrays.stream(PayloadKind.values()).forEach(this::decodeOne);
        for (PayloadKind kind : PayloadKind.values()) {
            RawMessage message = firstOf(kind);
            long before = thread.getThreadAllocatedBytes(self);
            DecodeResult result = decoder.decode(message);
            long allocated = thread.getThreadAllocatedBytes(self) - before;

            assertThat(allocated)
                    .as("bytes allocated for %s", kind)
                    .isLessThan(MAX_ALLOCATED_BYTES);
            if (result instanceof DecodeResult.Unreadable rejected) {
                assertThat(rejected.rejection().payload().length)
                        .isLessThanOrEqualTo(MessageBody.MAX_BYTES);
            }
        }
    }

    @Test
    void boundsTheTopicCache() {
        for (int i = 0; i < 50_000; i++) {
            decoder.decode(
                    new RawMessage(
                            "pit/v1/haultruck/invented-" + i + "/telemetry",
                            new byte[0],
                            SampleMessages.RECEIVED,
                            false));
        }

        assertThat(decoder.cachedTopics()).isLessThanOrEqualTo(MessageDecoder.MAX_CACHED_TOPICS);
    }

    private void decodeOne(PayloadKind kind) {
        decoder.decode(firstOf(kind));
    }

    private static RawMessage firstOf(PayloadKind kind) {
        return FuzzedMessages.message(kind.ordinal());
    }

    private static void assertComplete(QualityRecord rejection, RawMessage message) {
        boolean complete =
                rejection.qualityId() != null
                        && rejection.rule().equals("decode")
                        && rejection.expected() != null
                        && !rejection.expected().contains("readable")
                        && (rejection.field() != null || rejection.observed() != null)
                        && rejection.receivedAt().equals(message.receivedAt())
                        && Arrays.equals(
                                rejection.payload(),
                                0,
                                rejection.payload().length,
                                message.payload(),
                                0,
                                Math.min(message.payload().length, MessageBody.MAX_BYTES));
        assertThat(complete).as("%s", rejection).isTrue();
    }
}
