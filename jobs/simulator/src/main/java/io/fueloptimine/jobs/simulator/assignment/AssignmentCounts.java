package io.fueloptimine.jobs.simulator.assignment;

/**
 * Messages on the topic of assignments since this start.
 *
 * @param received assignments passed to the mine
 * @param unreadable messages that contained no valid assignment
 */
public record AssignmentCounts(long received, long unreadable) {}
