package io.fueloptimine.models.mine.reading;

/**
 * A truck's answer to an assignment.
 *
 * @param assignmentId the assignment that is answered
 * @param accepted whether the truck will follow it
 * @param detail the reason for a rejection; null when none was given
 */
public record AssignmentReply(String assignmentId, boolean accepted, String detail) {}
