package io.fueloptimine.models.mine.dispatch;

import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.input.FieldFault;
import java.util.List;

/**
 * The answer to a record of the topic {@code dispatch.targets}: a record of the topic {@code
 * dispatch.targets.answers}. Each record is answered, also a repeated one. Immutable.
 *
 * @param targetId the id of the target; null when the record has no readable id
 * @param accepted whether the target is in force from its beginning to its end
 * @param faults every fault of a target that is not accepted; empty for an accepted one
 */
public record TargetAnswer(String targetId, boolean accepted, List<FieldFault> faults)
        implements TopicRecord {

    public TargetAnswer {
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    /** The answer to a target that is in force. */
    public static TargetAnswer accepted(String targetId) {
        return new TargetAnswer(targetId, true, List.of());
    }

    /** The answer to a target with faults. */
    public static TargetAnswer refused(String targetId, List<FieldFault> faults) {
        return new TargetAnswer(targetId, false, faults);
    }

    @Override
    public String topicKey() {
        return targetId;
    }
}
