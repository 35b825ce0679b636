package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.mine.RetrainRequest;
import java.time.Duration;
import java.util.Optional;

/** Where requests for a new model come from. Not thread-safe. */
public interface RequestSource {

    /**
     * The newest request that has come; older ones that nobody answered yet are answered by it.
     *
     * @param patience how long to wait for one
     */
    Optional<RetrainRequest> next(Duration patience);

    /** What has come so far is answered: after a restart it does not come again. */
    void answered();
}
