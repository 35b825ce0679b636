package io.fueloptimine.jobs.broker.hivemq;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.hivemq.mqtt.message.QoS;
import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.persistence.clientqueue.ClientQueueLocalPersistence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Prevents that a message of a shared queue is delivered to a second session while the first
 * session holds it (has received but not acknowledged it).
 *
 * <p>HiveMQ CE assumes that all in-flight messages are at the head of a queue. A read of HiveMQ
 * therefore starts at the first message without in-flight marker, and returns all messages behind
 * it, with or without marker. When a session disconnects, its messages lose their markers, but
 * messages of other sessions can be behind them. The next read would deliver the messages of the
 * other sessions a second time. The reads of this class skip messages that a session holds.
 * Thread-safe.
 */
final class HeldMessages {

    private final ClientQueueLocalPersistence queues;

    /**
     * The messages that sessions hold. The set is complete, because {@link QueueRecovery} removes
     * the in-flight markers of earlier runs.
     */
    private final Set<HeldMessage> held = ConcurrentHashMap.newKeySet();

    private HeldMessages(ClientQueueLocalPersistence queues) {
        this.queues = queues;
    }

    /**
     * Returns a wrapper of HiveMQ's stored queues, which replaces the methods that set and remove
     * in-flight markers.
     */
    static ClientQueueLocalPersistence around(ClientQueueLocalPersistence queues) {
        HeldMessages messages = new HeldMessages(queues);
        return CallInterceptor.around(
                ClientQueueLocalPersistence.class,
                queues,
                Map.of(
                        "readNew",
                        arguments ->
                                messages.read(
                                        (String) arguments[0],
                                        (boolean) arguments[1],
                                        (ImmutableIntArray) arguments[2],
                                        (long) arguments[3],
                                        (int) arguments[4]),
                        "removeShared",
                        CallInterceptor.returningNothing(
                                arguments ->
                                        messages.remove(
                                                (String) arguments[0],
                                                (String) arguments[1],
                                                (int) arguments[2])),
                        "removeInFlightMarker",
                        CallInterceptor.returningNothing(
                                arguments ->
                                        messages.release(
                                                (String) arguments[0],
                                                (String) arguments[1],
                                                (int) arguments[2]))));
    }

    private ImmutableList<PUBLISH> read(
            String queueId, boolean shared, ImmutableIntArray packetIds, long bytes, int bucket) {
        return shared
                ? readShared(queueId, packetIds, bytes, bucket)
                : queues.readNew(queueId, false, packetIds, bytes, bucket);
    }

    /**
     * Reads messages that no session holds. After a read that skipped messages, another read
     * follows, which starts behind the skipped messages.
     */
    private ImmutableList<PUBLISH> readShared(
            String queueId, ImmutableIntArray packetIds, long byteLimit, int bucket) {
        ImmutableList.Builder<PUBLISH> all = ImmutableList.builder();
        int free = packetIds.length();
        long freeBytes = byteLimit;
        boolean incomplete = true;
        while (incomplete && free > 0 && freeBytes > 0) {
            List<PUBLISH> read =
                    queues.readNew(queueId, true, packetIds.subArray(0, free), freeBytes, bucket);
            List<PUBLISH> unheld =
                    read.stream().filter(message -> holdsNow(queueId, message)).toList();
            all.addAll(unheld);
            incomplete = unheld.size() < read.size();
            free -= unheld.size();
            freeBytes -= unheld.stream().mapToLong(PUBLISH::getEstimatedSizeInMemory).sum();
        }
        return all.build();
    }

    /**
     * Records that a session holds the message, and returns whether no session held it before. For
     * a message with QoS 0 the result is always true, because a session never returns such a
     * message.
     */
    private boolean holdsNow(String queueId, PUBLISH message) {
        return message.getQoS() == QoS.AT_MOST_ONCE
                || held.add(new HeldMessage(queueId, message.getUniqueId()));
    }

    private void remove(String queueId, String messageId, int bucket) {
        queues.removeShared(queueId, messageId, bucket);
        held.remove(new HeldMessage(queueId, messageId));
    }

    private void release(String queueId, String messageId, int bucket) {
        queues.removeInFlightMarker(queueId, messageId, bucket);
        held.remove(new HeldMessage(queueId, messageId));
    }

    private record HeldMessage(String queueId, String messageId) {}
}
