package io.fueloptimine.jobs.training.retraining;

import io.fueloptimine.models.mine.model.RetrainRequest;
import io.fueloptimine.models.mine.model.RetrainingOutcome;
import io.fueloptimine.models.mine.model.RetrainingVerdict;
import io.fueloptimine.models.training.evaluation.PairedComparison;
import io.fueloptimine.models.training.retraining.RetrainingProposal;
import java.time.Instant;
import java.util.Optional;

/** Creates the outcome of one retraining request. */
record OutcomeFactory(RetrainRequest request, Instant at) {

    RetrainingOutcome failed(String reason) {
        return new RetrainingOutcome(
                request.requestId(),
                request.modelName(),
                request.reason(),
                request.requestedAt(),
                RetrainingVerdict.FAILED,
                reason,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at);
    }

    /**
     * The outcome of a request for which a proposal was made.
     *
     * @param version the version of the candidate; null if no version was registered
     */
    RetrainingOutcome of(
            RetrainingVerdict evaluation,
            RetrainingProposal proposal,
            int championVersion,
            Integer version) {
        Optional<PairedComparison.Gain> gain = proposal.gain().map(PairedComparison::mae);
        boolean trained = proposal.candidate().isPresent();
        return new RetrainingOutcome(
                request.requestId(),
                request.modelName(),
                request.reason(),
                request.requestedAt(),
                evaluation,
                proposal.reason(),
                championVersion,
                version,
                trained ? proposal.since() : null,
                trained ? proposal.learntWindows() : null,
                proposal.gain().map(PairedComparison::rows).orElse(null),
                gain.map(PairedComparison.Gain::championL).orElse(null),
                gain.map(PairedComparison.Gain::challengerL).orElse(null),
                gain.map(mae -> mae.gainPctInterval().low()).orElse(null),
                gain.map(mae -> mae.gainPctInterval().high()).orElse(null),
                at);
    }
}
