package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.AssignmentReply;

/** The message body of a reply to an assignment; every field may be absent. */
record ReplyMessage(String assignmentId, String status, String detail) {

    private static final String ACCEPTED = "Accepted";
    private static final String REJECTED = "Rejected";

    AssignmentReply toReply() throws InvalidFieldException {
        RequiredField.check("assignmentId", assignmentId);
        RequiredField.check("status", status);
        if (!status.equals(ACCEPTED) && !status.equals(REJECTED)) {
            throw new InvalidFieldException("status", status, ACCEPTED + " or " + REJECTED);
        }
        return new AssignmentReply(assignmentId, status.equals(ACCEPTED), detail);
    }
}
