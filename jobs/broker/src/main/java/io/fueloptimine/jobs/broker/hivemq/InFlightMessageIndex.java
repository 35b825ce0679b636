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
 * <p>Without the index, HiveMQ CE scans the queue from its head for each acknowledged message, and
 * for each message that a disconnected session returns. The total time is quadratic in the number
 * of in-flight messages: one minute for 30,000 messages. With the index, a message that is absent
 * from the index causes one scan, which adds all in-flight messages to the index. HiveMQ calls the
 * methods from the single writer thread of a queue, so that only one thread at a time uses the map
 * of a queue.
 */
final class InFlightMessageIndex {

    private final QueueStore store;
    private final Map<Key, Map<String, ByteIterable>> keysByQueue = new ConcurrentHashMap<>();

    InFlightMessageIndex(QueueStore store) {
        this.store = store;
    }

    /**
     * Returns a wrapper of HiveMQ's stored queues, in which the index replaces the two methods that
     * scan a queue.
     */
    ClientQueueLocalPersistence around(ClientQueueLocalPersistence queues) {
        return CallInterceptor.around(
                ClientQueueLocalPersistence.class,
                queues,
                Map.of(
                        "removeShared",
                        CallInterceptor.returningNothing(
                                arguments ->
                                        remove(
                                                (String) arguments[0],
                                                (String) arguments[1],
                                                (int) arguments[2])),
                        "removeInFlightMarker",
                        CallInterceptor.returningNothing(
                                arguments ->
                                        release(
                                                (String) arguments[0],
                                                (String) arguments[1],
                                                (int) arguments[2]))));
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
     * Builds the index of a queue again. The scan begins at the head of the queue, and ends when
     * the message has been found and no in-flight message follows.
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
