package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.mine.model.ModelAnnouncement;
import io.fueloptimine.models.mine.model.RetrainingOutcome;

/** Receives the events of retraining. The methods are called on the retraining thread. */
public interface RetrainingEvents {

    /**
     * Announces that the champion or challenger may have changed, so that running jobs read the
     * registry again.
     */
    void announce(ModelAnnouncement announcement);

    /** Publishes the outcome of a finished request. */
    void publish(RetrainingOutcome outcome);
}
