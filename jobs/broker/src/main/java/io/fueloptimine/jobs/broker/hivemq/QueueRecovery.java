package io.fueloptimine.jobs.broker.hivemq;

import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.persistence.local.xodus.bucket.Bucket;
import java.util.Optional;
import jetbrains.exodus.env.Cursor;
import jetbrains.exodus.env.Transaction;

/**
 * Repairs the stored queues of a broker that was killed. All queues are scanned once, at each
 * start.
 *
 * <p>First repair: HiveMQ CE marks a stored message as in flight while a session has not
 * acknowledged it, and removes the marker when the session disconnects. In the store of a killed
 * broker the markers remain, and marked messages are never delivered. HiveMQ's own removal of
 * markers ends at the first message without a marker, and thus misses later markers.
 *
 * <p>Second repair: HiveMQ CE first stores a message in its queue, and then stores the payload
 * under the message's publish id. After a start, HiveMQ continues with the id after the highest id
 * that has a payload. If a broker is killed between the two writes, a message without payload
 * remains, and the next new message receives the same id. HiveMQ does not store the payload of the
 * new message, because the id is already known. An acknowledged message is thus lost; this happened
 * in one of seven kills under load.
 */
final class QueueRecovery {

    private final QueueStore store;
    private int released;
    private long highestPublishId = -1;

    QueueRecovery(QueueStore store) {
        this.store = store;
    }

    /**
     * Removes the in-flight markers from shared queues, and sets the next publish id above all ids
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
