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
 * <p>HiveMQ CE polls a shared queue for every idle session at each message that is returned to it,
 * and regards a session as idle until the first of those polls has completed. When a session
 * disconnects with thousands of in-flight messages, as many polls fill the window of one other
 * session, until it has no packet identifier left; messages read after that stay marked as in
 * flight and are never sent. Here, polls that are requested while one is running are merged into
 * one that follows it. Thread-safe.
 */
final class SequentialPolls {

    private final ClientQueuePersistence queues;
    private final PublishPollService polls;

    /** The queues with a running poll; the value says whether another poll must follow. */
    private final Map<String, Boolean> running = new ConcurrentHashMap<>();

    private SequentialPolls(ClientQueuePersistence queues, PublishPollService polls) {
        this.queues = queues;
        this.polls = polls;
    }

    /** Returns the poll service with the polls of shared queues replaced. */
    static PublishPollService of(ClientQueuePersistence queues, PublishPollService polls) {
        SequentialPolls sequential = new SequentialPolls(queues, polls);
        return CallInterceptor.around(
                PublishPollService.class,
                polls,
                Map.of("pollSharedPublishes", arguments -> sequential.poll((String) arguments[0])));
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
