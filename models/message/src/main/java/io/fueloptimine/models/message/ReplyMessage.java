package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.reading.AssignmentReply;

/** The message body of a reply to an assignment; every field may be absent. */
record ReplyMessage(String assignmentId, String status, String detail) {

    private static final String ACCEPTED = "Accepted";
    private static final String REJECTED = "Rejected";

    /**
     * Converts the message to the reply of the truck that the topic names.
     *
     * @throws InvalidFieldException if a field is invalid, or if the assignment belongs to another
     *     truck; the id of an assignment begins with the site and the id of the truck
     */
    AssignmentReply toReply(MessageTopic topic) throws InvalidFieldException {
        RequiredField.check("assignmentId", assignmentId);
        String machine = MachineKey.textOf(topic.site(), topic.machineId());
        if (!assignmentId.startsWith(machine + "/")) {
            throw new InvalidFieldException(
                    "assignmentId", assignmentId, "an assignment of " + machine);
        }
        RequiredField.check("status", status);
        if (!status.equals(ACCEPTED) && !status.equals(REJECTED)) {
            throw new InvalidFieldException("status", status, ACCEPTED + " or " + REJECTED);
        }
        return new AssignmentReply(assignmentId, status.equals(ACCEPTED), detail);
    }
}
