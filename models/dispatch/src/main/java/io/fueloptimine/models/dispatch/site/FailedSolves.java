package io.fueloptimine.models.dispatch.site;

import java.time.Instant;

/**
 * The solves that failed one after the other since the last plan.
 *
 * @param since when the first of them failed, fleet time (UTC)
 * @param count their number
 */
public record FailedSolves(Instant since, int count) {

    static FailedSolves after(FailedSolves before, Instant at) {
        return before == null
                ? new FailedSolves(at, 1)
                : new FailedSolves(before.since, before.count + 1);
    }
}
