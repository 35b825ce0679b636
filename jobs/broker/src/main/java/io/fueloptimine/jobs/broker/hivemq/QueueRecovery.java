package io.fueloptimine.jobs.broker.hivemq;

import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.persistence.local.xodus.bucket.Bucket;
import java.util.Optional;
import jetbrains.exodus.env.Cursor;
import jetbrains.exodus.env.Transaction;

/**
 * Repairs the stored queues after a broker was killed. Scans all queues once, at each start.
 *
 * <p>In-flight markers: HiveMQ CE marks a stored message while a session holds it and removes the
 * marker when that session disconnects. A killed broker leaves the markers, and the marked messages
 * are never delivered. HiveMQ's own removal scans the queue from its head for each message, and
 * stops at the first message without a marker, so it misses markers behind it.
 *
 * <p>Publish ids: HiveMQ CE stores a message in its queue first and the payload second, under the
 * publish id of the message; at a start it continues behind the highest id that has a payload. A
 * broker killed between the two writes leaves a message without payload. Its id is given to the
 * next message, whose payload is then not stored, because the id is known already: an acknowledged
 * message is lost. That happened in one of seven kills under load.
 */
final class QueueRecovery {

    private final QueueStore store;
    private int released;
    private long highestPublishId = -1;

    QueueRecovery(QueueStore store) {
        this.store = store;
    }

    /**
     * Removes the in-flight markers from shared queues, and continues publish ids behind all ids
     * found in queues.
     *
     * @return the number of markers removed
     */
    int recover() {
        for (Bucket bucket : store.buckets()) {
            recover(bucket);
        }
        PUBLISH.PUBLISH_COUNTER.accumulateAndGet(highestPublishId + 1, Math::max);
        return released;
    }

    private void recover(Bucket bucket) {
        Transaction transaction = bucket.getEnvironment().beginExclusiveTransaction();
        try (Cursor cursor = bucket.getStore().openCursor(transaction)) {
            while (cursor.getNext()) {
                Optional<PUBLISH> message = store.messageIn(cursor.getValue());
                if (message.isPresent()) {
                    highestPublishId = Math.max(highestPublishId, message.get().getPublishId());
                    release(bucket, transaction, cursor);
                }
            }
            cursor.close();
            transaction.commit();
        } finally {
            if (!transaction.isFinished()) {
                transaction.abort();
            }
        }
    }

    private void release(Bucket bucket, Transaction transaction, Cursor cursor) {
        if (store.isInFlight(cursor.getValue()) && store.queueOf(cursor.getKey()).isShared()) {
            bucket.getStore()
                    .put(transaction, cursor.getKey(), store.withoutMarker(cursor.getValue()));
            released++;
        }
    }
}
