package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.training.TrainedModel;
import io.fueloptimine.models.training.evaluation.PairedComparison;
import java.time.Instant;
import java.util.Optional;

/**
 * What retraining proposes, and why.
 *
 * @param decision what should become of it
 * @param reason why, in one sentence for those who run the mine
 * @param since the start of what the candidate may learn from (UTC)
 * @param learntWindows how many windows the candidate was made from, to learn from, to choose the
 *     number of trees and to test it; or how many there are, when they are too few
 * @param candidate the new model; empty when none was trained
 * @param gain candidate against champion on the newest windows; empty when none was trained
 */
public record RetrainingProposal(
        RetrainingDecision decision,
        String reason,
        Instant since,
        int learntWindows,
        Optional<TrainedModel> candidate,
        Optional<PairedComparison> gain) {}
