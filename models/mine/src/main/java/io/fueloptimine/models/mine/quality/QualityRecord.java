package io.fueloptimine.models.mine.quality;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.FieldCheck;
import io.fueloptimine.models.mine.input.MineName;
import io.fueloptimine.models.mine.input.PrintableText;
import java.time.Instant;

/**
 * A record of the quality topic: a message, its verdict and the reason.
 *
 * <p>Field, observed and expected are texts for people: unprintable characters are escaped. The
 * payload holds the bytes as sent.
 *
 * @param qualityId deterministic, so that a repeat is recognised
 * @param verdict the verdict
 * @param rule the rule's name, such as {@code fuel-rate-between} or {@code decode}
 * @param severity the severity
 * @param field the field at fault; null when the whole message is at fault
 * @param observed the value found, as text; null when there was none
 * @param expected what the rule expects, as text
 * @param topic the MQTT topic
 * @param machineId the machine; null when it could not be read
 * @param eventTime when the message's content was measured (UTC); null when it could not be read
 * @param receivedAt when job ingest received the message (UTC)
 * @param redelivered whether the broker marked the message as a repeat
 * @param payload the bytes as sent for the verdict REJECTED, the reading as JSON for LATE; null for
 *     other verdicts
 */
public record QualityRecord(
        String qualityId,
        QualityVerdict verdict,
        String rule,
        Severity severity,
        String field,
        String observed,
        String expected,
        String topic,
        String machineId,
        Instant eventTime,
        Instant receivedAt,
        boolean redelivered,
        byte[] payload)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(QualityRecord.class);

    public QualityRecord {
        CHECK.required("qualityId", qualityId).required("verdict", verdict);
        field = printable(field);
        observed = printable(observed);
        expected = printable(expected);
    }

    private static String printable(String text) {
        return text == null ? null : PrintableText.of(text);
    }

    /**
     * The name used for the site or machine of a message that does not name its site or machine.
     */
    public static final String UNKNOWN = "unknown";

    private static final String SPARKPLUG = "spBv1.0/";

    /** The site of the topic; {@link #UNKNOWN} when the topic does not name one. */
    @Override
    public String site() {
        if (topic == null) {
            return UNKNOWN;
        }
        int from = topic.startsWith(SPARKPLUG) ? SPARKPLUG.length() : 0;
        int end = topic.indexOf('/', from);
        String site = end <= from ? null : topic.substring(from, end);
        return MineName.isValid(site) ? site : UNKNOWN;
    }

    /**
     * The machine's key, in which {@link #UNKNOWN} replaces a part that the message does not name.
     */
    @Override
    public String machineKey() {
        return MachineKey.textOf(site(), namesMachine() ? machineId : UNKNOWN);
    }

    /** The machine's key; null when the message does not name the machine. */
    @Override
    public String topicKey() {
        return namesMachine() ? machineKey() : null;
    }

    private boolean namesMachine() {
        return MineName.isValid(machineId);
    }
}
