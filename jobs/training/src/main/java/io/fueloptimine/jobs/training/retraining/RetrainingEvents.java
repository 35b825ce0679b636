package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.RetrainingOutcome;

/** Receives the events of retraining, on the retraining thread. */
public interface RetrainingEvents {

    /** The champion or challenger may have changed; running jobs must read the registry. */
    void announce(ModelAnnouncement announcement);

    /** A request is finished. */
    void publish(RetrainingOutcome outcome);
}
