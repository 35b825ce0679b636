package io.fueloptimine.models.quality.hour;

import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.Reading;
import java.time.Duration;

/**
 * Creates the quality record of a valid reading that arrived too late for its window or cycle. The
 * record contains the reading as JSON, so that the result can be recomputed from the topic of late
 * readings.
 */
public final class LateReading {

    private LateReading() {}

    /**
     * Creates the record. The record's id consists of the reading's id and the rule.
     *
     * @param rule the name of the result for which the reading was too late
     * @param allowed the allowed lateness
     */
    public static QualityRecord record(Reading reading, String rule, Duration allowed) {
        return new QualityRecord(
                reading.id() + "/" + rule,
                QualityVerdict.LATE,
                rule,
                Severity.INFO,
                "time",
                reading.time().toString(),
                "at most " + format(allowed) + " behind the site",
                Topics.mqtt(reading.site(), reading.kind(), reading.machineId(), reading.stream()),
                reading.machineId(),
                reading.time(),
                reading.receivedAt(),
                reading.redelivered(),
                MineJson.toBytes(reading));
    }

    private static String format(Duration allowed) {
        return allowed.toSecondsPart() == 0 && !allowed.isZero()
                ? allowed.toMinutes() + " min"
                : allowed.toSeconds() + " s";
    }
}
