package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.mine.ModelAnnouncement;
import io.fueloptimine.models.mine.RetrainingOutcome;

/** Hears what retraining does, on the thread that does it. */
public interface RetrainingNews {

    /** The registry's aliases may have moved: the running jobs are to look. */
    void announce(ModelAnnouncement announcement);

    /** A request is answered. */
    void tell(RetrainingOutcome outcome);
}
