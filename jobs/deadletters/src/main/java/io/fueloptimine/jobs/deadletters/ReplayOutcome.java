package io.fueloptimine.jobs.deadletters;

/**
 * The result of a replay.
 *
 * <p>A dead letter that was deleted meanwhile, or that a stopped replay did not reach, is in {@code
 * selected} only.
 *
 * @param selected dead letters selected
 * @param sent those that the broker acknowledged; in a dry run those that would be sent
 * @param refused those that cannot be sent again
 * @param failed those that the broker did not acknowledge
 */
public record ReplayOutcome(long selected, long sent, long refused, long failed) {

    /** Whether every selected dead letter was sent. */
    public boolean isComplete() {
        return sent == selected;
    }
}
