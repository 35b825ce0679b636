package io.fueloptimine.jobs.deadletters;

/**
 * Counts of the dead letters of a replay.
 *
 * <p>A dead letter that was deleted during the replay, or that was not reached because the replay
 * ended early, is counted only in {@code selected}.
 *
 * @param selected selected dead letters
 * @param sent dead letters that the broker acknowledged; in a dry run, dead letters that would be
 *     sent
 * @param refused dead letters that cannot be sent again
 * @param failed dead letters that the broker did not acknowledge
 */
public record ReplayOutcome(long selected, long sent, long refused, long failed) {

    /** Whether every selected dead letter was sent. */
    public boolean isComplete() {
        return sent == selected;
    }
}
