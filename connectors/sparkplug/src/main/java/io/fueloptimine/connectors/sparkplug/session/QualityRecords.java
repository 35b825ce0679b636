package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Creates quality records of Sparkplug messages. The ids of the records are digests of topic and
 * bytes of the message.
 */
final class QualityRecords {

    /**
     * The rule name in records of messages that are rejected as a whole or of which some metrics
     * are rejected.
     */
    static final String RULE = "sparkplug";

    /**
     * The rule name in records of messages whose edge node or device the mine file does not
     * declare.
     */
    static final String UNDECLARED_RULE = "sparkplug-undeclared";

    /** The rule name in records of messages before which other messages are missing. */
    static final String GAP_RULE = "sparkplug-sequence-gap";

    /** The rule name in records of messages that were received before. */
    static final String REPEAT_RULE = "sparkplug-repeat";

    /**
     * The maximum number of bytes of a message that a record contains, which is within the limit of
     * the Kafka topic of quality records.
     */
    private static final int MAX_KEPT_BYTES = 65_536;

    private static final int MAX_TEXT_LENGTH = 120;
    private static final int MAX_OTHERS = 20;
    private static final int DIGEST_BYTES = 16;

    private QualityRecords() {}

    /**
     * Creates the record of the rejection of a message or of its faulty metrics. There is one
     * record for all faults, because each record contains the bytes of the message.
     *
     * @param topic the parsed topic; null if the topic could not be parsed
     */
    static QualityRecord rejected(
            RawMessage message, SparkplugTopic topic, List<SparkplugFault> faults) {
        SparkplugFault first = faults.get(0);
        return record(
                message,
                topic,
                QualityVerdict.REJECTED,
                RULE,
                truncated(first.field()),
                faults.size() == 1
                        ? truncated(first.observed())
                        : truncated(first.observed()) + others(faults.subList(1, faults.size())),
                first.expected());
    }

    /** Creates the record of the rejection of a message that its edge node must not send. */
    static QualityRecord undeclared(
            RawMessage message, SparkplugTopic topic, SparkplugFault fault) {
        return record(
                message,
                topic,
                QualityVerdict.REJECTED,
                UNDECLARED_RULE,
                fault.field(),
                fault.observed(),
                fault.expected());
    }

    /** Describes further faulty metrics: their number and the first of them. */
    private static String others(List<SparkplugFault> others) {
        String names =
                others.stream()
                        .limit(MAX_OTHERS)
                        .map(fault -> truncated(fault.field()) + ": " + truncated(fault.observed()))
                        .collect(Collectors.joining("; "));
        return " (and " + others.size() + " more metrics: " + names + ")";
    }

    /** Creates the record of a message before which other messages are missing. */
    static QualityRecord sequenceGap(
            RawMessage message, SparkplugTopic topic, int missing, int expected, int seq) {
        return record(
                message,
                topic,
                QualityVerdict.FLAGGED,
                GAP_RULE,
                "seq",
                seq + ", " + missing + " missing",
                Integer.toString(expected));
    }

    /** Creates the record of a message that was received before. */
    static QualityRecord repeat(RawMessage message, SparkplugTopic topic, int seq) {
        return record(
                message,
                topic,
                QualityVerdict.DUPLICATE,
                REPEAT_RULE,
                "seq",
                Integer.toString(seq),
                "a message not received before");
    }

    private static QualityRecord record(
            RawMessage message,
            SparkplugTopic topic,
            QualityVerdict verdict,
            String rule,
            String field,
            String observed,
            String expected) {
        String digest = HexFormat.of().formatHex(MessageDigests.of(message), 0, DIGEST_BYTES);
        return new QualityRecord(
                rule + "/" + digest,
                verdict,
                rule,
                verdict == QualityVerdict.DUPLICATE ? Severity.INFO : Severity.WARNING,
                field,
                observed,
                expected,
                String.valueOf(message.topic()),
                topic == null ? null : topic.machineId(),
                null,
                message.receivedAt(),
                message.redelivered(),
                verdict == QualityVerdict.REJECTED ? kept(message.payload()) : null);
    }

    private static byte[] kept(byte[] payload) {
        if (payload == null) {
            return new byte[0];
        }
        return payload.length <= MAX_KEPT_BYTES ? payload : Arrays.copyOf(payload, MAX_KEPT_BYTES);
    }

    private static String truncated(String text) {
        return text == null || text.length() <= MAX_TEXT_LENGTH
                ? text
                : text.substring(0, MAX_TEXT_LENGTH) + "...";
    }
}
