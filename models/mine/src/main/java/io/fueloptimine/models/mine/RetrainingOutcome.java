package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * The answer to a {@link RetrainRequest}.
 *
 * @param requestId the request's
 * @param modelName which model
 * @param askedBecause the request's reason
 * @param askedAt the request's event time (UTC); null when it has none
 * @param verdict the verdict
 * @param reason why, in one sentence
 * @param championVersion the version that scored before; 0 for physics
 * @param candidateVersion the version that was promoted or challenges; null when there is none
 * @param learntSince start of what the candidate was made from (UTC); null when nothing was trained
 * @param learntWindows how many windows it was made from: most to learn from, the others to choose
 *     the number of trees and to test it; null when nothing was trained
 * @param judgedWindows on how many newer ones both were compared; null when they were not
 * @param championMaeL the champion's mean absolute error on these, L; null when not compared
 * @param candidateMaeL the candidate's, L; null when not compared
 * @param gainLowPct how much smaller the candidate's is at least, % of the champion's, with 95 %
 *     confidence; null when not compared
 * @param gainHighPct at most; null when not compared
 * @param decidedAt when it was decided, wall-clock (UTC)
 */
public record RetrainingOutcome(
        String requestId,
        String modelName,
        String askedBecause,
        Instant askedAt,
        RetrainingVerdict verdict,
        String reason,
        int championVersion,
        Integer candidateVersion,
        Instant learntSince,
        Integer learntWindows,
        Integer judgedWindows,
        Double championMaeL,
        Double candidateMaeL,
        Double gainLowPct,
        Double gainHighPct,
        Instant decidedAt)
        implements TopicRecord {

    @Override
    public String topicKey() {
        return modelName;
    }
}
