package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.Severity;
import io.fueloptimine.models.mine.Topics;
import java.time.Duration;

/**
 * Writes the quality record of a valid reading that came too late for its result. The reading is in
 * it as JSON: whoever computes the result again finds in the late topic all that it lacks.
 */
public final class LateReading {

    private LateReading() {}

    /**
     * The record, whose id is the reading's and the rule's.
     *
     * @param rule names the result that it came too late for
     * @param allowed how late it could have been
     */
    public static QualityRecord record(Reading reading, String rule, Duration allowed) {
        return new QualityRecord(
                reading.id() + "/" + rule,
                QualityVerdict.LATE,
                rule,
                Severity.INFO,
                "time",
                reading.time().toString(),
                "at most " + inWords(allowed) + " behind the site",
                Topics.mqtt(reading.site(), reading.kind(), reading.machineId(), reading.stream()),
                reading.machineId(),
                reading.time(),
                reading.receivedAt(),
                reading.redelivered(),
                MineJson.toBytes(reading));
    }

    private static String inWords(Duration allowed) {
        return allowed.toSecondsPart() == 0 && !allowed.isZero()
                ? allowed.toMinutes() + " min"
                : allowed.toSeconds() + " s";
    }
}
