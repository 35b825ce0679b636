package io.fueloptimine.jobs.broker;

import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.persistence.local.xodus.bucket.Bucket;
import java.util.Optional;
import jetbrains.exodus.env.Cursor;
import jetbrains.exodus.env.Transaction;

/**
 * The stored queues as the last broker left them, put right in one pass from end to end.
 *
 * <p>Marks: HiveMQ's own way finds each message by reading its queue from the head, and takes the
 * first message without a mark for the end of the marked ones. So it needs minutes for some ten
 * thousand marks, and misses those that lie behind a message whose mark a session took off just
 * before the broker was killed.
 *
 * <p>Numbers: HiveMQ stores a message in its queue, then the payload under the message's number,
 * and after a restart goes on from the greatest number that has a payload. A broker killed between
 * the two leaves a message without payload, whose number is given again; and the payload of that
 * second message is not stored, because its number is known. So the second, acknowledged to its
 * sender, was lost with the first, in one of seven kills under load.
 */
final class LeftQueues {

    private final QueueStore store;
    private int freed;
    private long greatestNumber = -1;

    LeftQueues(QueueStore store) {
        this.store = store;
    }

    /**
     * Takes the marks off the messages in shared queues, and has numbers go on behind all that were
     * given.
     *
     * @return how many marks there were
     */
    int putRight() {
        for (Bucket bucket : store.buckets()) {
            putRight(bucket);
        }
        PUBLISH.PUBLISH_COUNTER.accumulateAndGet(greatestNumber + 1, Math::max);
        return freed;
    }

    private void putRight(Bucket bucket) {
        Transaction transaction = bucket.getEnvironment().beginExclusiveTransaction();
        try (Cursor cursor = bucket.getStore().openCursor(transaction)) {
            while (cursor.getNext()) {
                Optional<PUBLISH> message = store.messageIn(cursor.getValue());
                if (message.isPresent()) {
                    greatestNumber = Math.max(greatestNumber, message.get().getPublishId());
                    free(bucket, transaction, cursor);
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

    private void free(Bucket bucket, Transaction transaction, Cursor cursor) {
        if (store.isMarked(cursor.getValue()) && store.queueOf(cursor.getKey()).isShared()) {
            bucket.getStore().put(transaction, cursor.getKey(), store.unmarked(cursor.getValue()));
            freed++;
        }
    }
}
