package io.fueloptimine.jobs.simulator.channel;

/**
 * What came from dispatch in this run.
 *
 * @param received assignments handed to the mine
 * @param unreadable messages that were no assignments
 */
public record AssignmentFigures(long received, long unreadable) {}
