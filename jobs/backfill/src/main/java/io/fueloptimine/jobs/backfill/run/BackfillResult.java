package io.fueloptimine.jobs.backfill.run;

import java.time.Instant;
import java.util.List;

/**
 * The result of a backfill.
 *
 * @param readings number of readings that the jobs read
 * @param doneAt when it was done
 * @param doneBefore whether an earlier run had done it, so that this run did nothing
 * @param leftOut what was left out, one line for each reason
 */
public record BackfillResult(
        long readings, Instant doneAt, boolean doneBefore, List<String> leftOut) {

    static BackfillResult of(DoneInterval done, boolean doneBefore) {
        return new BackfillResult(done.readings(), done.doneAt(), doneBefore, done.leftOut());
    }
}
