package io.fueloptimine.jobs.simulator.delivery;

/**
 * Counts of the messages of one run, by the delivery fault that affected each message.
 *
 * @param produced messages that the machines produced
 * @param silenced messages that were not sent
 * @param corrupted messages sent with a corrupted payload
 * @param duplicates additional copies of messages
 * @param delayed messages and copies that arrive later than they were produced
 * @param held delayed messages and copies that have not arrived yet
 */
public record DeliveryCounts(
        long produced, long silenced, long corrupted, long duplicates, long delayed, long held) {

    static final DeliveryCounts NONE = new DeliveryCounts(0, 0, 0, 0, 0, 0);
}
