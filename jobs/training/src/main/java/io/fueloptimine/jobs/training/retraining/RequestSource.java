package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.mine.model.RetrainRequest;
import java.time.Duration;
import java.util.Optional;

/** A source of retraining requests. Not thread-safe. */
public interface RequestSource {

    /**
     * Waits for a request. If several requests are waiting, only the newest request is returned.
     *
     * @param patience maximum time to wait for a request
     */
    Optional<RetrainRequest> next(Duration patience);

    /**
     * Marks all requests that were returned as done, so that they are not read again after a
     * restart.
     */
    void answered();
}
