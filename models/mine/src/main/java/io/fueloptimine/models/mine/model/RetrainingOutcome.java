package io.fueloptimine.models.mine.model;

import io.fueloptimine.models.mine.TopicRecord;
import java.time.Instant;

/**
 * The answer to a {@link RetrainRequest}.
 *
 * @param requestId the id of the request
 * @param modelName the name of the model
 * @param askedBecause the reason of the request
 * @param askedAt the event time of the request (UTC); null when the request has none
 * @param verdict the verdict
 * @param reason the reason for the verdict, in one sentence
 * @param championVersion the champion's version before the retraining; 0 for the physics model
 * @param candidateVersion the version that became champion or challenger; null when there is none
 * @param learntSince start of the data from which the candidate was trained (UTC); null when
 *     nothing was trained
 * @param learntWindows number of windows in these data, for training, for the choice of the number
 *     of trees and for the test; null when nothing was trained
 * @param judgedWindows number of newer windows on which champion and candidate were compared; null
 *     when not compared
 * @param championMaeL the champion's mean absolute error on the newer windows, L; null when not
 *     compared
 * @param candidateMaeL the candidate's mean absolute error on the newer windows, L; null when not
 *     compared
 * @param gainLowPct lower end of the 95 % confidence interval of the reduction of the mean absolute
 *     error by the candidate, % of the champion's error; null when not compared
 * @param gainHighPct upper end of this confidence interval, %; null when not compared
 * @param decidedAt wall-clock time of the verdict (UTC)
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
