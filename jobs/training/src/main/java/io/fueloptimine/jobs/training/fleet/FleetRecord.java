package io.fueloptimine.jobs.training.fleet;

import java.time.Instant;
import java.util.Comparator;

/**
 * One record of a fleet management system, ready to be published.
 *
 * @param topic the MQTT topic
 * @param json the message
 * @param time the time of the record; the epoch when it could not be read, so that the record is
 *     still published
 */
public record FleetRecord(String topic, byte[] json, Instant time) {

    /** Records in the order in which they happened. */
    public static final Comparator<FleetRecord> BY_TIME = Comparator.comparing(FleetRecord::time);
}
