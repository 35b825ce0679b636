package io.fueloptimine.jobs.broker;

import com.google.inject.Injector;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.persistence.clientqueue.ClientQueueLocalPersistence;
import com.hivemq.persistence.clientqueue.ClientQueuePersistenceImpl.Key;
import com.hivemq.persistence.clientqueue.ClientQueuePersistenceSerializer;
import com.hivemq.persistence.clientqueue.ClientQueueXodusLocalPersistence;
import com.hivemq.persistence.local.xodus.XodusLocalPersistence;
import com.hivemq.persistence.local.xodus.bucket.Bucket;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import jetbrains.exodus.ByteIterable;
import jetbrains.exodus.env.Cursor;
import jetbrains.exodus.env.Transaction;

/**
 * The stored queues of shared subscriptions, reached past HiveMQ's own interface.
 *
 * <p>That interface finds each message by reading its queue from the head, and takes the first
 * message without a mark for the end of the marked ones. So it needs minutes for some ten thousand
 * marks, and misses those that lie behind a message whose mark a session took off just before the
 * broker was killed. Here every queue is read once, from end to end.
 */
final class SharedQueues {

    /** HiveMQ's packet identifier of a message that nobody holds. */
    private static final int UNMARKED = 0;

    private final Bucket[] buckets;
    private final ClientQueuePersistenceSerializer serializer;
    private final Method packetId;
    private final Method withPacketId;
    private final Method keyId;
    private final Method value;

    private SharedQueues(ClientQueueXodusLocalPersistence queues)
            throws ReflectiveOperationException {
        buckets = (Bucket[]) read(XodusLocalPersistence.class, "buckets", queues);
        serializer =
                (ClientQueuePersistenceSerializer)
                        read(ClientQueueXodusLocalPersistence.class, "serializer", queues);
        packetId = method("deserializePacketId", ByteIterable.class);
        withPacketId = method("serializeAndSetPacketId", ByteIterable.class, int.class);
        keyId = method("deserializeKeyId", ByteIterable.class);
        value = method("deserializeValue", ByteIterable.class);
    }

    /**
     * The queues of a broker.
     *
     * @throws ReflectiveOperationException when this version of HiveMQ is built otherwise
     */
    static SharedQueues of(EmbeddedHiveMQ hiveMq) throws ReflectiveOperationException {
        // HiveMQ gives its injector to its own tests only.
        Method injector = hiveMq.getClass().getDeclaredMethod("getInjector");
        injector.setAccessible(true);
        return new SharedQueues(
                (ClientQueueXodusLocalPersistence)
                        ((Injector) injector.invoke(hiveMq))
                                .getInstance(ClientQueueLocalPersistence.class));
    }

    /**
     * Takes the marks off all messages. Nobody may be connected.
     *
     * @return how many there were
     */
    int unmarkAll() throws ReflectiveOperationException {
        int freed = 0;
        for (Bucket bucket : buckets) {
            freed += unmark(bucket);
        }
        return freed;
    }

    private int unmark(Bucket bucket) throws ReflectiveOperationException {
        Transaction transaction = bucket.getEnvironment().beginExclusiveTransaction();
        try (Cursor cursor = bucket.getStore().openCursor(transaction)) {
            int freed = 0;
            while (cursor.getNext()) {
                if (isMarked(cursor)) {
                    bucket.getStore().put(transaction, cursor.getKey(), unmarked(cursor));
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

    private boolean isMarked(Cursor cursor) throws ReflectiveOperationException {
        return (int) packetId.invoke(serializer, cursor.getValue()) != UNMARKED
                && ((Key) keyId.invoke(serializer, cursor.getKey())).isShared()
                && value.invoke(serializer, cursor.getValue()) instanceof PUBLISH;
    }

    private ByteIterable unmarked(Cursor cursor) throws ReflectiveOperationException {
        return (ByteIterable) withPacketId.invoke(serializer, cursor.getValue(), UNMARKED);
    }

    private static Object read(Class<?> owner, String name, Object of)
            throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    private static Method method(String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        Method method = ClientQueuePersistenceSerializer.class.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }
}
