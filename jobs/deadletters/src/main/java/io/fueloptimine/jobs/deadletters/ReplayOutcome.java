package io.fueloptimine.jobs.deadletters;

/**
 * What came of a replay.
 *
 * @param chosen letters asked for
 * @param sent those that the broker acknowledged; in a dry run those that would be sent
 * @param refused those that cannot be sent through again
 * @param failed those that the broker did not take
 */
public record ReplayOutcome(long chosen, long sent, long refused, long failed) {

    /** Whether every letter asked for went out. */
    public boolean isComplete() {
        return refused == 0 && failed == 0;
    }
}
