package io.fueloptimine.jobs.simulator.publish;

/**
 * Counts of a publisher's messages by outcome.
 *
 * @param sent messages that the broker acknowledged, each counted once
 * @param pending messages accepted by the publisher but not answered by the broker yet
 * @param repeats messages sent again after a lost connection; the broker may have received such a
 *     message twice, but {@code sent} counts it once
 * @param refused messages that the broker refused; {@code sent} does not include them
 * @param withoutSubscriber messages among {@code sent} that no subscription matched
 */
public record PublishCounts(
        long sent, long pending, long repeats, long refused, long withoutSubscriber) {

    /** Counts of zero messages. */
    public static final PublishCounts NONE = new PublishCounts(0, 0, 0, 0, 0);

    /** The sum of these counts and other counts. */
    public PublishCounts plus(PublishCounts other) {
        return new PublishCounts(
                sent + other.sent,
                pending + other.pending,
                repeats + other.repeats,
                refused + other.refused,
                withoutSubscriber + other.withoutSubscriber);
    }
}
