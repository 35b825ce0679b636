package io.fueloptimine.jobs.simulator.publish;

/**
 * What an outlet has done with the messages offered to it.
 *
 * @param sent messages that the broker acknowledged, each counted once
 * @param pending messages taken over and not yet acknowledged
 * @param repeats messages handed over again after a lost connection: each may reach the broker
 *     twice and is counted in {@code sent} once
 * @param refused messages that the broker answered with a refusal; not in {@code sent}
 * @param unheard messages among {@code sent} of which the broker says that nobody subscribes to
 *     them
 */
public record PublishCounts(long sent, long pending, long repeats, long refused, long unheard) {

    /** Nothing yet. */
    public static final PublishCounts NONE = new PublishCounts(0, 0, 0, 0, 0);

    /** Both together. */
    public PublishCounts plus(PublishCounts other) {
        return new PublishCounts(
                sent + other.sent,
                pending + other.pending,
                repeats + other.repeats,
                refused + other.refused,
                unheard + other.unheard);
    }
}
