package io.fueloptimine.jobs.broker.hivemq;

import com.google.inject.Injector;
import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.mqtt.services.PublishPollService;
import com.hivemq.persistence.clientqueue.ClientQueueLocalPersistence;
import com.hivemq.persistence.clientqueue.ClientQueuePersistence;
import com.hivemq.persistence.clientqueue.ClientQueuePersistenceImpl;
import com.hivemq.persistence.clientqueue.ClientQueuePersistenceImpl.Key;
import com.hivemq.persistence.clientqueue.ClientQueuePersistenceSerializer;
import com.hivemq.persistence.clientqueue.ClientQueueXodusLocalPersistence;
import com.hivemq.persistence.local.xodus.XodusLocalPersistence;
import com.hivemq.persistence.local.xodus.bucket.Bucket;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import jetbrains.exodus.ByteIterable;
import jetbrains.exodus.env.Cursor;
import jetbrains.exodus.env.Transaction;

/**
 * Access to HiveMQ's stored queues through private fields and methods of the supported version. All
 * fields and methods are looked up at the start, so that the start fails if one is missing.
 *
 * <p>A queue is a range of entries in one bucket. A bucket must be used by one thread at a time: by
 * HiveMQ's writer thread of the bucket, or by any thread before the first connection is accepted.
 */
final class QueueStore {

    /** The packet identifier that HiveMQ stores for a message that is not in flight. */
    private static final int NOT_IN_FLIGHT = 0;

    /**
     * Result of HiveMQ's comparison of an entry's key with a queue: the entry belongs to the queue.
     * The next constant is the result for an entry behind the queue.
     */
    private static final int IN_QUEUE = 0;

    private static final int BEHIND_QUEUE = 2;

    private final ClientQueuePersistence queueService;
    private final ClientQueueXodusLocalPersistence queues;
    private final Bucket[] buckets;
    private final ClientQueuePersistenceSerializer serializer;
    private final Method packetId;
    private final Method withPacketId;
    private final Method keyId;
    private final Method value;
    private final Method firstKey;
    private final Method compare;
    private final Method removeShared;
    private final Method removeInFlightMarker;

    private QueueStore(Injector injector) throws ReflectiveOperationException {
        queueService = injector.getInstance(ClientQueuePersistence.class);
        queues =
                (ClientQueueXodusLocalPersistence)
                        injector.getInstance(ClientQueueLocalPersistence.class);
        buckets = (Bucket[]) field(XodusLocalPersistence.class, "buckets").get(queues);
        serializer =
                (ClientQueuePersistenceSerializer)
                        field(ClientQueueXodusLocalPersistence.class, "serializer").get(queues);
        packetId = serializerMethod("deserializePacketId", ByteIterable.class);
        withPacketId = serializerMethod("serializeAndSetPacketId", ByteIterable.class, int.class);
        keyId = serializerMethod("deserializeKeyId", ByteIterable.class);
        value = serializerMethod("deserializeValue", ByteIterable.class);
        firstKey = serializerMethod("serializeKey", Key.class);
        compare = serializerMethod("compareClientId", ByteIterable.class, ByteIterable.class);
        // The bodies of HiveMQ's scan loops, as the compiler of the supported version named them.
        removeShared =
                storeMethod(
                        "lambda$removeShared$19", Cursor.class, String.class, Key.class, int.class);
        removeInFlightMarker =
                storeMethod(
                        "lambda$removeInFlightMarker$21",
                        Cursor.class,
                        String.class,
                        String.class,
                        Bucket.class,
                        Transaction.class);
    }

    /**
     * Creates the access to the queues of a broker that has opened its stores.
     *
     * @throws ReflectiveOperationException when a field or method is missing in this HiveMQ version
     */
    static QueueStore of(Injector hiveMq) throws ReflectiveOperationException {
        return new QueueStore(hiveMq);
    }

    /** Replaces HiveMQ's stored queues by a wrapper around them. */
    void replaceQueues(UnaryOperator<ClientQueueLocalPersistence> wrapper)
            throws ReflectiveOperationException {
        field(ClientQueuePersistenceImpl.class, "localPersistence")
                .set(queueService, wrapper.apply(queues));
    }

    /** Replaces the poll service of HiveMQ's queues by a wrapper around the service. */
    void replacePolls(
            BiFunction<ClientQueuePersistence, PublishPollService, PublishPollService> wrapper)
            throws ReflectiveOperationException {
        Field polls = field(ClientQueuePersistenceImpl.class, "publishPollService");
        polls.set(
                queueService,
                wrapper.apply(queueService, (PublishPollService) polls.get(queueService)));
    }

    Bucket[] buckets() {
        return buckets;
    }

    /** Returns the queue to which an entry belongs. */
    Key queueOf(ByteIterable key) {
        return (Key) call(keyId, serializer, key);
    }

    /**
     * Whether the message of an entry is in flight, that is, sent to a session but unacknowledged.
     */
    boolean isInFlight(ByteIterable entry) {
        return (int) call(packetId, serializer, entry) != NOT_IN_FLIGHT;
    }

    /** Returns a copy of an entry without the in-flight marker. */
    ByteIterable withoutMarker(ByteIterable entry) {
        return (ByteIterable) call(withPacketId, serializer, entry, NOT_IN_FLIGHT);
    }

    /**
     * Returns the entry's message without its payload; empty when the entry contains no message.
     */
    Optional<PUBLISH> messageIn(ByteIterable entry) {
        return call(value, serializer, entry) instanceof PUBLISH message
                ? Optional.of(message)
                : Optional.empty();
    }

    /** Moves the cursor to the first entry of a queue. Returns false when the queue is empty. */
    boolean moveToFirst(Cursor cursor, Key queue) {
        ByteIterable first = (ByteIterable) call(firstKey, serializer, queue);
        return cursor.getSearchKeyRange(first) != null && skipOtherQueues(cursor, first);
    }

    /**
     * Moves the cursor to the next entry of a queue. Returns false when there is no further entry.
     */
    boolean moveToNext(Cursor cursor, Key queue) {
        ByteIterable first = (ByteIterable) call(firstKey, serializer, queue);
        return cursor.getNext() && skipOtherQueues(cursor, first);
    }

    /** Removes the message under the cursor if the message has the given id. */
    void remove(Cursor cursor, String messageId, Key queue, int bucket) {
        call(removeShared, queues, cursor, messageId, queue, bucket);
    }

    /**
     * Removes the in-flight marker of the message under the cursor if the message has the given id.
     */
    void removeMarker(
            Cursor cursor, String messageId, Key queue, Bucket bucket, Transaction transaction) {
        call(
                removeInFlightMarker,
                queues,
                cursor,
                messageId,
                queue.getQueueId(),
                bucket,
                transaction);
    }

    /**
     * Moves the cursor past entries of other queues. Entries of a queue whose name begins with the
     * name of this queue can lie between the entries of this queue.
     */
    private boolean skipOtherQueues(Cursor cursor, ByteIterable first) {
        int position = (int) call(compare, serializer, first, cursor.getKey());
        while (position != IN_QUEUE && position != BEHIND_QUEUE && cursor.getNext()) {
            position = (int) call(compare, serializer, first, cursor.getKey());
        }
        return position == IN_QUEUE;
    }

    private static Object call(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(method.getName() + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.getName() + " was made accessible", e);
        }
    }

    private static Field field(Class<?> owner, String name) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static Method serializerMethod(String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        return method(ClientQueuePersistenceSerializer.class, name, parameters);
    }

    private static Method storeMethod(String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        return method(ClientQueueXodusLocalPersistence.class, name, parameters);
    }

    private static Method method(Class<?> owner, String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        Method method = owner.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }
}
