package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.DispatchAssignment;

/**
 * An assignment and the book that remembers it.
 *
 * @param assignment the truck's next task
 * @param book the book from now on
 */
public record AssignmentDecision(DispatchAssignment assignment, AssignmentState book) {}
