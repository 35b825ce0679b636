package io.fueloptimine.jobs.simulator.publish;

/**
 * Messages of a publisher by outcome.
 *
 * @param sent messages that the broker acknowledged, each counted once
 * @param pending messages accepted and not answered by the broker yet
 * @param repeats messages sent again after a lost connection; the broker may have each of them
 *     twice, while {@code sent} counts it once
 * @param refused messages that the broker refused; not in {@code sent}
 * @param withoutSubscriber messages among {@code sent} that no subscription matched
 */
public record PublishCounts(
        long sent, long pending, long repeats, long refused, long withoutSubscriber) {

    /** No messages. */
    public static final PublishCounts NONE = new PublishCounts(0, 0, 0, 0, 0);

    /** The sums of both. */
    public PublishCounts plus(PublishCounts other) {
        return new PublishCounts(
                sent + other.sent,
                pending + other.pending,
                repeats + other.repeats,
                refused + other.refused,
                withoutSubscriber + other.withoutSubscriber);
    }
}
