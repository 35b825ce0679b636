package io.fueloptimine.jobs.simulator.delivery;

/**
 * Messages of this run by what the scenario's delivery faults did to them.
 *
 * @param produced messages that the machines produced
 * @param silenced messages that were not sent
 * @param corrupted messages sent with a corrupted payload
 * @param duplicates additional copies
 * @param delayed copies that arrive later than they were produced
 * @param held delayed copies that have not arrived yet
 */
public record DeliveryCounts(
        long produced, long silenced, long corrupted, long duplicates, long delayed, long held) {

    static final DeliveryCounts NONE = new DeliveryCounts(0, 0, 0, 0, 0, 0);
}
