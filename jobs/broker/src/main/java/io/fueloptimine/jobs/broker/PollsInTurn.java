package io.fueloptimine.jobs.broker;

import com.google.common.util.concurrent.MoreExecutors;
import com.hivemq.mqtt.services.PublishPollService;
import com.hivemq.persistence.clientqueue.ClientQueuePersistence;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has a shared queue polled for its sessions once at a time.
 *
 * <p>HiveMQ CE polls for every idle session at each message that a leaving session gives back, and
 * takes a session for idle until the first of those polls has been answered. Thousands of messages
 * given back became as many polls, each of them filling the same session's window, until it had no
 * packet identifiers left: what was read then stayed marked as being delivered, and was never sent.
 * Here a poll that is asked for while one is on its way follows when that one is answered. Thread-
 * safe.
 */
final class PollsInTurn {

    private final ClientQueuePersistence queues;
    private final PublishPollService polls;

    /** The queues that are being polled, and whether that was asked for again meanwhile. */
    private final Map<String, Boolean> underWay = new ConcurrentHashMap<>();

    private PollsInTurn(ClientQueuePersistence queues, PublishPollService polls) {
        this.queues = queues;
        this.polls = polls;
    }

    /** The polls, in turn for each of the queues. */
    static PublishPollService of(ClientQueuePersistence queues, PublishPollService polls) {
        PollsInTurn inTurn = new PollsInTurn(queues, polls);
        return Between.of(
                PublishPollService.class,
                polls,
                Map.of("pollSharedPublishes", arguments -> inTurn.poll((String) arguments[0])));
    }

    private void poll(String queue) {
        AtomicBoolean first = new AtomicBoolean();
        underWay.compute(
                queue,
                (name, askedAgain) -> {
                    first.set(askedAgain == null);
                    return askedAgain != null;
                });
        if (first.get()) {
            begin(queue);
        }
    }

    private void begin(String queue) {
        try {
            polls.pollSharedPublishes(queue);
            // The queue's writer answers in order: after this, the reads of the poll are done.
            queues.size(queue, true)
                    .addListener(() -> answered(queue), MoreExecutors.directExecutor());
        } catch (RuntimeException e) {
            // Or it would be taken for under way, and never be polled again.
            underWay.remove(queue);
            throw e;
        }
    }

    private void answered(String queue) {
        boolean askedAgain = underWay.remove(queue);
        if (askedAgain) {
            poll(queue);
        }
    }
}
