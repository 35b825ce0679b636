package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Creates the quality record of a message that could not be decoded. */
final class DecodeRejection {

    static final String RULE = "decode";

    private static final int MAX_TEXT_LENGTH = 120;
    private static final int DIGEST_BYTES = 16;

    private DecodeRejection() {}

    /**
     * Creates the record. The record's id is a digest of topic and payload, so a repeated message
     * has the same id. The payload is truncated to {@link MessageBody#MAX_BYTES}, because the size
     * of records on the quality topic is limited.
     *
     * @param topic the parsed topic; null when it is not valid
     */
    static QualityRecord of(RawMessage message, MessageTopic topic, InvalidFieldException fault) {
        return of(RULE, message, topic == null ? null : topic.machineId(), fault);
    }

    /**
     * Creates the record of a message that another rule than the decoder's rejects.
     *
     * @param machineId the machine; null when it is not known
     */
    static QualityRecord of(
            String rule, RawMessage message, String machineId, InvalidFieldException fault) {
        byte[] payload = message.payload() == null ? new byte[0] : message.payload();
        String name = String.valueOf(message.topic());
        return new QualityRecord(
                rule + "/" + digest(name, payload),
                QualityVerdict.REJECTED,
                rule,
                Severity.WARNING,
                fault.field(),
                shortened(fault.observed()),
                fault.expected(),
                // Not shortened: a replay of the message needs the complete topic.
                name,
                machineId,
                null,
                message.receivedAt(),
                message.redelivered(),
                payload.length <= MessageBody.MAX_BYTES
                        ? payload
                        : Arrays.copyOf(payload, MessageBody.MAX_BYTES));
    }

    private static String shortened(String text) {
        if (text == null || text.length() <= MAX_TEXT_LENGTH) {
            return text;
        }
        // Does not split a surrogate pair.
        boolean split = Character.isHighSurrogate(text.charAt(MAX_TEXT_LENGTH - 1));
        return text.substring(0, split ? MAX_TEXT_LENGTH - 1 : MAX_TEXT_LENGTH) + "...";
    }

    private static String digest(String topic, byte[] payload) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(topic.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return HexFormat.of().formatHex(sha.digest(payload), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
