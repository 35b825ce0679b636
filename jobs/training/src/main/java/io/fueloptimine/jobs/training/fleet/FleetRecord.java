package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvPosition;
import io.fueloptimine.jobs.training.csv.RowFault;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One record of a fleet management system, as a message.
 *
 * @param machineId the machine that publishes it, as named in the file; {@code fault} says when no
 *     topic can name it
 * @param topic the MQTT topic
 * @param json the message
 * @param time the time of the record; the epoch when it could not be read, so that the record is
 *     still published
 * @param position the row that it was made from
 * @param fault the reason why decoding will reject it; empty when the row could be read
 */
public record FleetRecord(
        String machineId,
        String topic,
        byte[] json,
        Instant time,
        CsvPosition position,
        Optional<RowFault> fault) {

    /** Records in the order in which they happened. */
    public static final Comparator<FleetRecord> BY_TIME = Comparator.comparing(FleetRecord::time);
}
