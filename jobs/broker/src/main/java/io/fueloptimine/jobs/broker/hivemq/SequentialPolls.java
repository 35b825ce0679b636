package io.fueloptimine.jobs.broker.hivemq;

import com.google.common.util.concurrent.MoreExecutors;
import com.hivemq.mqtt.services.PublishPollService;
import com.hivemq.persistence.clientqueue.ClientQueuePersistence;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits each shared queue to one running poll at a time.
 *
 * <p>For each message that is returned to a shared queue, HiveMQ CE polls the queue for every idle
 * session. A session counts as idle until the first of these polls has completed. When a session
 * disconnects with thousands of in-flight messages, thousands of polls therefore send messages to
 * one other session, until that session has no free packet identifier. Messages that are read
 * afterwards remain marked as in flight and are never sent. This class merges all polls that are
 * requested during a running poll into one poll after it. Thread-safe.
 */
final class SequentialPolls {

    private final ClientQueuePersistence queues;
    private final PublishPollService polls;

    /** The queues with a running poll. The value is true if another poll must follow. */
    private final Map<String, Boolean> running = new ConcurrentHashMap<>();

    private SequentialPolls(ClientQueuePersistence queues, PublishPollService polls) {
        this.queues = queues;
        this.polls = polls;
    }

    /** Returns a wrapper of the poll service that limits the polls of shared queues. */
    static PublishPollService of(ClientQueuePersistence queues, PublishPollService polls) {
        SequentialPolls sequential = new SequentialPolls(queues, polls);
        return CallInterceptor.around(
                PublishPollService.class,
                polls,
                Map.of(
                        "pollSharedPublishes",
                        CallInterceptor.returningNothing(
                                arguments -> sequential.poll((String) arguments[0]))));
    }

    private void poll(String queue) {
        AtomicBoolean idle = new AtomicBoolean();
        running.compute(
                queue,
                (name, another) -> {
                    idle.set(another == null);
                    return another != null;
                });
        if (idle.get()) {
            start(queue);
        }
    }

    private void start(String queue) {
        try {
            polls.pollSharedPublishes(queue);
            // The queue's writer works in order: this request completes after the poll's reads.
            queues.size(queue, true)
                    .addListener(() -> completed(queue), MoreExecutors.directExecutor());
        } catch (RuntimeException e) {
            // Otherwise the queue would count as running and never be polled again.
            running.remove(queue);
            throw e;
        }
    }

    private void completed(String queue) {
        boolean another = running.remove(queue);
        if (another) {
            poll(queue);
        }
    }
}
