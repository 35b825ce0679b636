package io.fueloptimine.jobs.simulator.assignment;

/**
 * Counts of the messages on the topic of assignments since the start of the simulation.
 *
 * @param received assignments passed to the mine
 * @param unreadable messages that contained no valid assignment
 */
public record AssignmentCounts(long received, long unreadable) {}
