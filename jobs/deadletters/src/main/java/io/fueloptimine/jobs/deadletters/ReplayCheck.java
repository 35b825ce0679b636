package io.fueloptimine.jobs.deadletters;

import io.fueloptimine.models.message.MessageDecoder;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.operators.decode.DecodeReadings;
import io.fueloptimine.operators.validate.DropDuplicates;
import java.util.Optional;

/** Checks whether a dead letter can be sent again unchanged. */
final class ReplayCheck {

    private static final String SPARKPLUG = "spBv1.0/";

    private ReplayCheck() {}

    /** The reason for which a dead letter cannot be sent again; empty if it can be sent. */
    static Optional<String> reason(DeadLetter deadLetter) {
        if (!QualityVerdict.REJECTED.name().equals(deadLetter.verdict())) {
            return Optional.of(
                    "its verdict is "
                            + deadLetter.verdict()
                            + "; only REJECTED messages are missing from readings.valid");
        }
        if (DropDuplicates.TOO_OLD_RULE.equals(deadLetter.rule())) {
            return Optional.of(
                    "ingest cannot determine whether it is a repeat; the payload holds the reading as"
                            + " JSON");
        }
        if (deadLetter.topic() != null && deadLetter.topic().startsWith(SPARKPLUG)) {
            return Optional.of(
                    "its sequence number and aliases belong to a past Sparkplug session; only its"
                            + " edge node can send it again");
        }
        if (deadLetter.payload() == null) {
            return Optional.of("its payload was not kept");
        }
        if (deadLetter.payload().length >= DecodeReadings.MAX_KEPT_BYTES) {
            return Optional.of(
                    "it is too long; only " + DecodeReadings.MAX_KEPT_BYTES + " bytes were kept");
        }
        return MessageDecoder.topicFault(deadLetter.topic())
                .map(fault -> "ingest would reject it again: " + fault);
    }
}
