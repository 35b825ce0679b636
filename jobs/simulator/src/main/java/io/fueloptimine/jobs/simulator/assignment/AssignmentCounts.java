package io.fueloptimine.jobs.simulator.assignment;

/**
 * What came from dispatch in this run.
 *
 * @param received assignments handed to the mine
 * @param unreadable messages that were no assignments
 */
public record AssignmentCounts(long received, long unreadable) {}
