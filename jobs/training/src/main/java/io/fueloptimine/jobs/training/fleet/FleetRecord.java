package io.fueloptimine.jobs.training.fleet;

import io.fueloptimine.jobs.training.csv.CsvPosition;
import io.fueloptimine.jobs.training.csv.RowFault;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One record of a fleet management system, converted to a message for job ingest.
 *
 * @param machineId the machine that publishes the message, as named in the file; if a topic cannot
 *     contain this name, {@code fault} describes it
 * @param topic the MQTT topic of the message
 * @param json the message
 * @param time the time of the record; the epoch when the time is unreadable
 * @param position the position of the row from which the record was made
 * @param fault the reason for which decoding will reject the message; empty when the row is
 *     readable
 */
public record FleetRecord(
        String machineId,
        String topic,
        byte[] json,
        Instant time,
        CsvPosition position,
        Optional<RowFault> fault) {

    /** Sorts records by their time. */
    public static final Comparator<FleetRecord> BY_TIME = Comparator.comparing(FleetRecord::time);
}
