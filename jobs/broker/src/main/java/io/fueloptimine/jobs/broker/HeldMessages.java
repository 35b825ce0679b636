package io.fueloptimine.jobs.broker;

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
 * Knows where the messages lie that sessions of shared subscriptions hold.
 *
 * <p>HiveMQ CE looks for each message that is acknowledged, or given back by a session that leaves,
 * from the head of its queue. With thousands on their way to several sessions that takes most of
 * the broker's time, and a minute for 30,000. Here a message that is not known yet makes one walk
 * over all that are held, and from then on they are. Everything else is HiveMQ's own doing. Called
 * by HiveMQ's writers, one thread at a time for a queue.
 */
final class HeldMessages {

    private final QueueStore store;
    private final Map<Key, Map<String, ByteIterable>> places = new ConcurrentHashMap<>();

    HeldMessages(QueueStore store) {
        this.store = store;
    }

    /** The stored queues, with the two searches replaced. */
    ClientQueueLocalPersistence before(ClientQueueLocalPersistence queues) {
        return Between.of(
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
                                giveBack(
                                        (String) arguments[0],
                                        (String) arguments[1],
                                        (int) arguments[2])));
    }

    private void remove(String queueId, String id, int bucketIndex) {
        Key queue = new Key(queueId, true);
        atMessage(
                queue,
                id,
                store.buckets()[bucketIndex],
                (cursor, transaction) -> store.removeHere(cursor, id, queue, bucketIndex));
    }

    private void giveBack(String queueId, String id, int bucketIndex) {
        Key queue = new Key(queueId, true);
        Bucket bucket = store.buckets()[bucketIndex];
        atMessage(
                queue,
                id,
                bucket,
                (cursor, transaction) -> store.unmarkHere(cursor, id, queue, bucket, transaction));
    }

    /** What is to be done at a message. */
    private interface Step {
        void take(Cursor cursor, Transaction transaction);
    }

    private void atMessage(Key queue, String id, Bucket bucket, Step step) {
        bucket.getEnvironment()
                .executeInExclusiveTransaction(
                        transaction -> {
                            try (Cursor cursor = bucket.getStore().openCursor(transaction)) {
                                if (!moveToKnown(cursor, queue, id)) {
                                    learn(cursor, queue, id);
                                    if (!moveToKnown(cursor, queue, id)) {
                                        return;
                                    }
                                }
                                places.get(queue).remove(id);
                                step.take(cursor, transaction);
                            }
                        });
    }

    private boolean moveToKnown(Cursor cursor, Key queue, String id) {
        ByteIterable place = places.getOrDefault(queue, Map.of()).get(id);
        return place != null && cursor.getSearchKey(place) != null;
    }

    /**
     * Walks until it has found the message, and on to the end of those that are held; notes where
     * they lie, and forgets what was noted before.
     */
    private void learn(Cursor cursor, Key queue, String id) {
        Map<String, ByteIterable> found = new HashMap<>();
        boolean more = store.moveToFirst(cursor, queue);
        while (more) {
            boolean held = store.isMarked(cursor.getValue());
            if (!held && found.containsKey(id)) {
                break;
            }
            Optional<String> here = store.messageIn(cursor.getValue()).map(PUBLISH::getUniqueId);
            if (here.isPresent() && (held || here.get().equals(id))) {
                found.put(here.get(), new ArrayByteIterable(cursor.getKey()));
            }
            more = store.moveToNext(cursor, queue);
        }
        places.put(queue, found);
    }
}
