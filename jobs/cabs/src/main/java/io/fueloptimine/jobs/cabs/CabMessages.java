package io.fueloptimine.jobs.cabs;

import io.fueloptimine.models.mine.AssignmentMessage;
import io.fueloptimine.models.mine.MineJson;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.Topics;
import java.time.Duration;
import org.apache.flink.util.function.SerializableFunction;

/**
 * An assignment as its truck's tablet gets it: the JSON that stands on Kafka, retained, so that a
 * tablet that comes out of a radio shadow finds it, until it is no longer valid or a newer one
 * replaces it.
 */
public final class CabMessages implements SerializableFunction<AssignmentMessage, OutgoingMessage> {

    private static final long serialVersionUID = 1L;

    private final String site;

    /**
     * @param site the mine, the first level of its MQTT topics
     */
    public CabMessages(String site) {
        this.site = site;
    }

    @Override
    public OutgoingMessage apply(AssignmentMessage assignment) {
        return new OutgoingMessage(
                Topics.assignment(site, assignment.equipmentId()),
                MineJson.toBytes(assignment),
                true,
                validityS(assignment));
    }

    /** From when it was issued, not from now: a simulated mine's clock is not ours. */
    private static long validityS(AssignmentMessage assignment) {
        Duration validity =
                Duration.between(assignment.timestamp(), assignment.requests().get(0).validUntil());
        return Math.max(1, validity.toSeconds());
    }
}
