package io.fueloptimine.operators.window;

import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.QualityVerdict;
import io.fueloptimine.models.mine.Reading;
import io.fueloptimine.models.mine.Severity;
import io.fueloptimine.models.mine.Topics;

/** Writes the quality record of a valid reading that came too late for its result. */
final class LateReading {

    private static final String RULE = "too-late-for-window";

    private LateReading() {}

    static QualityRecord record(Reading reading) {
        return new QualityRecord(
                reading.id() + "/" + RULE,
                QualityVerdict.LATE,
                RULE,
                Severity.INFO,
                "time",
                reading.time().toString(),
                "at most " + FuelWindows.ALLOWED_LATENESS.toMinutes() + " min behind the site",
                Topics.mqtt(reading.site(), reading.kind(), reading.machineId(), reading.stream()),
                reading.machineId(),
                reading.time(),
                reading.receivedAt(),
                reading.redelivered(),
                null);
    }
}
