package io.fueloptimine.jobs.deadletters;

/**
 * The result of a replay.
 *
 * @param selected dead letters selected
 * @param sent those that the broker acknowledged; in a dry run those that would be sent
 * @param refused those that cannot be sent again
 * @param failed those that the broker did not acknowledge
 */
public record ReplayOutcome(long selected, long sent, long refused, long failed) {

    /** Whether every selected dead letter was sent. */
    public boolean isComplete() {
        return refused == 0 && failed == 0;
    }
}
