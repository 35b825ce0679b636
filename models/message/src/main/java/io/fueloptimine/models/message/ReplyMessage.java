package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.AssignmentReply;

/** An answer to an assignment as it stands on the wire; every field may be absent. */
record ReplyMessage(String assignmentId, String status, String detail) {

    private static final String ACCEPTED = "Accepted";
    private static final String REJECTED = "Rejected";

    AssignmentReply toReply() throws FieldFault {
        Required.present("assignmentId", assignmentId);
        Required.present("status", status);
        if (!status.equals(ACCEPTED) && !status.equals(REJECTED)) {
            throw new FieldFault("status", status, ACCEPTED + " or " + REJECTED);
        }
        return new AssignmentReply(assignmentId, status.equals(ACCEPTED), detail);
    }
}
