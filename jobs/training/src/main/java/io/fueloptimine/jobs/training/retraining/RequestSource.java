package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.mine.RetrainRequest;
import java.time.Duration;
import java.util.Optional;

/** A source of retraining requests. Not thread-safe. */
public interface RequestSource {

    /**
     * The newest request; it replaces older ones that are not done.
     *
     * @param patience time to wait for a request
     */
    Optional<RetrainRequest> next(Duration patience);

    /** Marks all requests so far as done, so that they are not read again after a restart. */
    void answered();
}
