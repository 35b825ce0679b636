package io.fueloptimine.models.mine.quality;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;

/**
 * Counts of one machine's messages in one hour of event time. A later count of the same hour
 * replaces it.
 *
 * @param site the mine
 * @param machineId the machine; {@code unknown} if the messages do not name it
 * @param hourStart start of the hour (UTC)
 * @param valid messages that became readings
 * @param rejected messages that were rejected
 * @param duplicates repeated messages that were dropped
 * @param flagged warnings on valid readings; one reading may have several
 * @param late valid readings that came too late for the result to which they belong
 * @param worstRule the rule that rejected the most messages; null when no message was rejected
 * @param worstRuleRejected number of messages that this rule rejected
 */
public record QualityHour(
        String site,
        String machineId,
        Instant hourStart,
        long valid,
        long rejected,
        long duplicates,
        long flagged,
        long late,
        String worstRule,
        long worstRuleRejected)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(QualityHour.class);

    public QualityHour {
        CHECK.name("site", site).name("machineId", machineId).required("hourStart", hourStart);
    }

    /** The number of received messages: valid, rejected and repeated. */
    public long received() {
        return valid + rejected + duplicates;
    }

    /**
     * The share of the received messages that were rejected, 0 to 1; 0 when no message was
     * received.
     */
    public double rejectedShare() {
        return received() == 0 ? 0 : (double) rejected / received();
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, machineId);
    }
}
