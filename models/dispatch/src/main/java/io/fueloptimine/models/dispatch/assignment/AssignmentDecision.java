package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.mine.dispatch.DispatchAssignment;

/**
 * An assignment and the state that results from it.
 *
 * @param assignment the truck's next task
 * @param state the state after the assignment
 */
public record AssignmentDecision(DispatchAssignment assignment, AssignmentState state) {}
