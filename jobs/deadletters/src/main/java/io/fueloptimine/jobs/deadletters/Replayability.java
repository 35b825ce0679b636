package io.fueloptimine.jobs.deadletters;

import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.operators.decode.DecodeReadings;
import io.fueloptimine.operators.validate.DropDuplicates;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Says whether a letter can be sent through again as it came. */
final class Replayability {

    private static final String SPARKPLUG = "spBv1.0/";
    private static final int LONGEST_TOPIC_BYTES = 65_535;

    private Replayability() {}

    /** Why it cannot; empty when it can. */
    static Optional<String> obstacle(DeadLetter letter) {
        if (!QualityVerdict.REJECTED.name().equals(letter.verdict())) {
            return Optional.of(
                    "its verdict is " + letter.verdict() + ": only REJECTED was kept out");
        }
        if (DropDuplicates.TOO_OLD_RULE.equals(letter.rule())) {
            return Optional.of(
                    "nobody can tell whether it is a repeat, and ingest could not again; its"
                            + " reading stands in the payload as JSON");
        }
        if (letter.topic() != null && letter.topic().startsWith(SPARKPLUG)) {
            return Optional.of(
                    "its running number and aliases are of a Sparkplug session that has gone on:"
                            + " only its edge node can tell it again");
        }
        if (letter.payload() == null) {
            return Optional.of("no bytes were kept of it");
        }
        if (letter.payload().length >= DecodeReadings.MOST_BYTES_KEPT) {
            return Optional.of(
                    "of so long a message only "
                            + DecodeReadings.MOST_BYTES_KEPT
                            + " bytes were kept");
        }
        return Optional.ofNullable(letter.topic())
                .filter(Replayability::isTopic)
                .map(topic -> Optional.<String>empty())
                .orElse(Optional.of("its topic is no MQTT topic: " + letter.topic()));
    }

    private static boolean isTopic(String topic) {
        return !topic.isEmpty()
                && topic.chars().noneMatch(c -> c == '+' || c == '#' || c == 0)
                && topic.getBytes(StandardCharsets.UTF_8).length <= LONGEST_TOPIC_BYTES;
    }
}
