package io.fueloptimine.models.training.retraining;

import io.fueloptimine.models.training.TrainedModel;
import io.fueloptimine.models.training.evaluation.PairedComparison;
import java.time.Instant;
import java.util.Optional;

/**
 * The result of a retraining with its reason.
 *
 * @param decision the decision
 * @param reason the reason in one sentence
 * @param since the start of the training period of the candidate (UTC)
 * @param learntWindows the number of windows used for training, validation and test; if there are
 *     too few windows, the number of available windows
 * @param candidate the new model; empty if none was trained
 * @param gain the comparison of the candidate with the champion on the newest windows; empty if no
 *     model was compared
 */
public record RetrainingProposal(
        RetrainingDecision decision,
        String reason,
        Instant since,
        int learntWindows,
        Optional<TrainedModel> candidate,
        Optional<PairedComparison> gain) {}
