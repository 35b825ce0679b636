package io.fueloptimine.models.quality.hour;

import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.alarm.Severity;
import io.fueloptimine.models.mine.input.MineJson;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.quality.QualityVerdict;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;

/**
 * Creates the quality record of a window or cycle of a truck that arrived after its shift was
 * closed. The record contains the window or cycle as JSON.
 */
public final class LateForShift {

    private LateForShift() {}

    /**
     * Creates the record. The record's id consists of the given id and the rule.
     *
     * @param id id of the window or cycle
     * @param late the window or cycle
     * @param stream the stream of readings from which the window or cycle was made
     * @param field the field that says to which shift the window or cycle belongs
     * @param at value of the field (UTC)
     * @param rule the name of the result for which the window or cycle was too late
     */
    public static QualityRecord record(
            String id,
            MachineRecord late,
            ReadingStream stream,
            String field,
            Instant at,
            String rule) {
        return new QualityRecord(
                id + "/" + rule,
                QualityVerdict.LATE,
                rule,
                Severity.INFO,
                field,
                at.toString(),
                "before its shift is closed",
                Topics.mqtt(late.site(), EquipmentKind.HAULTRUCK, late.machineId(), stream),
                late.machineId(),
                at,
                at,
                false,
                MineJson.toBytes(late));
    }
}
