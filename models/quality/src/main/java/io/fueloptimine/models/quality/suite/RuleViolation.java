package io.fueloptimine.models.quality.suite;

import io.fueloptimine.models.message.DecodedMessage;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.Reading;

/**
 * A reading's violation of a rule.
 *
 * @param rule the rule
 * @param observed what the reading shows, as text
 * @param expected a description of valid values
 */
public record RuleViolation(Rule rule, String observed, String expected) {

    /** Creates the record of a rejected reading, with the payload of its message. */
    public QualityRecord rejection(DecodedMessage message) {
        return record(message, QualityVerdict.REJECTED, message.payload());
    }

    /** Creates the record of a reading that passes in spite of the violation. */
    public QualityRecord flag(DecodedMessage message) {
        return record(message, QualityVerdict.FLAGGED, null);
    }

    private QualityRecord record(DecodedMessage message, QualityVerdict verdict, byte[] payload) {
        Reading reading = message.reading();
        return new QualityRecord(
                reading.id() + "/" + rule.name(),
                verdict,
                rule.name(),
                rule.severity(),
                rule.expectation().field(),
                observed,
                expected,
                message.topic(),
                reading.machineId(),
                reading.time(),
                reading.receivedAt(),
                reading.redelivered(),
                payload);
    }
}
