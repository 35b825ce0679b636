package io.fueloptimine.jobs.broker.hivemq;

import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.persistence.clientqueue.ClientQueueLocalPersistence;
import com.hivemq.persistence.clientqueue.ClientQueuePersistenceImpl.Key;
import com.hivemq.persistence.local.xodus.bucket.Bucket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jetbrains.exodus.ArrayByteIterable;
import jetbrains.exodus.ByteIterable;
import jetbrains.exodus.env.Cursor;
import jetbrains.exodus.env.Transaction;

/**
 * An in-memory index from the id of an in-flight message of a shared queue to its storage key.
 *
 * <p>HiveMQ CE scans the queue from its head for each message that is acknowledged, and for each
 * that is returned when its session disconnects. The cost is quadratic in the number of in-flight
 * messages: one minute for 30,000. With the index, a message that is not in it causes one scan over
 * all in-flight messages, which adds all of them. HiveMQ calls these methods from the queue's
 * single writer thread, so each queue's map is used by one thread at a time.
 */
final class InFlightMessageIndex {

    private final QueueStore store;
    private final Map<Key, Map<String, ByteIterable>> keysByQueue = new ConcurrentHashMap<>();

    InFlightMessageIndex(QueueStore store) {
        this.store = store;
    }

    /** Returns the stored queues with the two scanning methods replaced. */
    ClientQueueLocalPersistence around(ClientQueueLocalPersistence queues) {
        return CallInterceptor.around(
                ClientQueueLocalPersistence.class,
                queues,
                Map.of(
                        "removeShared",
                        arguments ->
                                remove(
                                        (String) arguments[0],
                                        (String) arguments[1],
                                        (int) arguments[2]),
                        "removeInFlightMarker",
                        arguments ->
                                release(
                                        (String) arguments[0],
                                        (String) arguments[1],
                                        (int) arguments[2])));
    }

    private void remove(String queueId, String messageId, int bucketIndex) {
        Key queue = new Key(queueId, true);
        atMessage(
                queue,
                messageId,
                store.buckets()[bucketIndex],
                (cursor, transaction) -> store.remove(cursor, messageId, queue, bucketIndex));
    }

    private void release(String queueId, String messageId, int bucketIndex) {
        Key queue = new Key(queueId, true);
        Bucket bucket = store.buckets()[bucketIndex];
        atMessage(
                queue,
                messageId,
                bucket,
                (cursor, transaction) ->
                        store.removeMarker(cursor, messageId, queue, bucket, transaction));
    }

    /** A change of the entry under the cursor. */
    private interface EntryChange {
        void apply(Cursor cursor, Transaction transaction);
    }

    private void atMessage(Key queue, String messageId, Bucket bucket, EntryChange change) {
        bucket.getEnvironment()
                .executeInExclusiveTransaction(
                        transaction -> {
                            try (Cursor cursor = bucket.getStore().openCursor(transaction)) {
                                if (!moveToIndexed(cursor, queue, messageId)) {
                                    rebuild(cursor, queue, messageId);
                                    if (!moveToIndexed(cursor, queue, messageId)) {
                                        return;
                                    }
                                }
                                keysByQueue.get(queue).remove(messageId);
                                change.apply(cursor, transaction);
                            }
                        });
    }

    private boolean moveToIndexed(Cursor cursor, Key queue, String messageId) {
        ByteIterable key = keysByQueue.getOrDefault(queue, Map.of()).get(messageId);
        return key != null && cursor.getSearchKey(key) != null;
    }

    /**
     * Replaces the index of a queue: scans from the head until the message is found and the
     * in-flight messages have ended.
     */
    private void rebuild(Cursor cursor, Key queue, String messageId) {
        Map<String, ByteIterable> found = new HashMap<>();
        boolean more = store.moveToFirst(cursor, queue);
        while (more) {
            boolean inFlight = store.isInFlight(cursor.getValue());
            if (!inFlight && found.containsKey(messageId)) {
                break;
            }
            Optional<String> id = store.messageIn(cursor.getValue()).map(PUBLISH::getUniqueId);
            if (id.isPresent() && (inFlight || id.get().equals(messageId))) {
                found.put(id.get(), new ArrayByteIterable(cursor.getKey()));
            }
            more = store.moveToNext(cursor, queue);
        }
        keysByQueue.put(queue, found);
    }
}
