package io.fueloptimine.models.mine.model;

import io.fueloptimine.models.mine.TopicRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;

/**
 * A request for a new model.
 *
 * @param requestId deterministic id: the cause and its time
 * @param modelName the name of the model
 * @param cause why
 * @param reason the cause in one sentence, with numbers
 * @param requestedAt event time (UTC); null for a request by a person or by schedule
 */
public record RetrainRequest(
        String requestId, String modelName, RetrainCause cause, String reason, Instant requestedAt)
        implements TopicRecord {

    private static final FieldCheck CHECK = new FieldCheck(RetrainRequest.class);

    public RetrainRequest {
        CHECK.required("requestId", requestId).required("modelName", modelName);
    }

    @Override
    public String topicKey() {
        return modelName;
    }
}
