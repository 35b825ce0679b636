package io.fueloptimine.jobs.broker;

import com.hivemq.persistence.local.xodus.bucket.Bucket;
import jetbrains.exodus.env.Cursor;
import jetbrains.exodus.env.Transaction;

/**
 * The stored queues of shared subscriptions, read from end to end.
 *
 * <p>HiveMQ's own way finds each message by reading its queue from the head, and takes the first
 * message without a mark for the end of the marked ones. So it needs minutes for some ten thousand
 * marks, and misses those that lie behind a message whose mark a session took off just before the
 * broker was killed.
 */
final class SharedQueues {

    private final QueueStore store;

    SharedQueues(QueueStore store) {
        this.store = store;
    }

    /**
     * Takes the marks off all messages. Nobody may be connected.
     *
     * @return how many there were
     */
    int unmarkAll() {
        int freed = 0;
        for (Bucket bucket : store.buckets()) {
            freed += unmark(bucket);
        }
        return freed;
    }

    private int unmark(Bucket bucket) {
        Transaction transaction = bucket.getEnvironment().beginExclusiveTransaction();
        try (Cursor cursor = bucket.getStore().openCursor(transaction)) {
            int freed = 0;
            while (cursor.getNext()) {
                if (isHeld(cursor)) {
                    bucket.getStore()
                            .put(transaction, cursor.getKey(), store.unmarked(cursor.getValue()));
                    freed++;
                }
            }
            cursor.close();
            transaction.commit();
            return freed;
        } finally {
            if (!transaction.isFinished()) {
                transaction.abort();
            }
        }
    }

    private boolean isHeld(Cursor cursor) {
        return store.isMarked(cursor.getValue())
                && store.queueOf(cursor.getKey()).isShared()
                && store.messageIn(cursor.getValue()).isPresent();
    }
}
