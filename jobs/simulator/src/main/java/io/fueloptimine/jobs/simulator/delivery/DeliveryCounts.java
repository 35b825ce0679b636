package io.fueloptimine.jobs.simulator.delivery;

/**
 * What the scenario's delivery faults did to the messages of this run.
 *
 * @param uttered messages that the machines meant to send
 * @param silenced those that were never sent
 * @param corrupted those sent broken
 * @param duplicates copies sent on top
 * @param delayed those delivered later than uttered
 * @param held those of the delayed that still wait
 */
public record DeliveryCounts(
        long uttered, long silenced, long corrupted, long duplicates, long delayed, long held) {}
