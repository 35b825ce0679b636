package io.fueloptimine.jobs.broker;

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
 * HiveMQ's stored queues, reached past its own interface: private fields and methods of the pinned
 * version, all of them looked up once, so that another version is refused at the start.
 *
 * <p>A queue lies in one bucket, entry after entry, and may be touched by one thread at a time:
 * HiveMQ's writer of that bucket, or anybody before the first connection is accepted.
 */
final class QueueStore {

    /** HiveMQ's packet identifier of a message that nobody holds. */
    private static final int UNMARKED = 0;

    /** HiveMQ's answers to where an entry lies, seen from a queue. */
    private static final int IN_THE_QUEUE = 0;

    private static final int BEHIND_THE_QUEUE = 2;

    private final ClientQueuePersistence door;
    private final ClientQueueXodusLocalPersistence queues;
    private final Bucket[] buckets;
    private final ClientQueuePersistenceSerializer serializer;
    private final Method packetId;
    private final Method withPacketId;
    private final Method keyId;
    private final Method value;
    private final Method firstKey;
    private final Method compare;
    private final Method removeHere;
    private final Method unmarkHere;

    private QueueStore(Injector injector) throws ReflectiveOperationException {
        door = injector.getInstance(ClientQueuePersistence.class);
        queues =
                (ClientQueueXodusLocalPersistence)
                        injector.getInstance(ClientQueueLocalPersistence.class);
        buckets = (Bucket[]) field(XodusLocalPersistence.class, "buckets").get(queues);
        serializer =
                (ClientQueuePersistenceSerializer)
                        field(ClientQueueXodusLocalPersistence.class, "serializer").get(queues);
        packetId = ofSerializer("deserializePacketId", ByteIterable.class);
        withPacketId = ofSerializer("serializeAndSetPacketId", ByteIterable.class, int.class);
        keyId = ofSerializer("deserializeKeyId", ByteIterable.class);
        value = ofSerializer("deserializeValue", ByteIterable.class);
        firstKey = ofSerializer("serializeKey", Key.class);
        compare = ofSerializer("compareClientId", ByteIterable.class, ByteIterable.class);
        // The steps that HiveMQ takes at each entry of a queue that it walks along.
        removeHere =
                ofStore("lambda$removeShared$19", Cursor.class, String.class, Key.class, int.class);
        unmarkHere =
                ofStore(
                        "lambda$removeInFlightMarker$21",
                        Cursor.class,
                        String.class,
                        String.class,
                        Bucket.class,
                        Transaction.class);
    }

    /**
     * The queues of a broker whose stores are open.
     *
     * @throws ReflectiveOperationException when this version of HiveMQ is built otherwise
     */
    static QueueStore of(Injector hiveMq) throws ReflectiveOperationException {
        return new QueueStore(hiveMq);
    }

    /** Puts something between HiveMQ and its stored queues. */
    void interpose(UnaryOperator<ClientQueueLocalPersistence> between)
            throws ReflectiveOperationException {
        field(ClientQueuePersistenceImpl.class, "localPersistence")
                .set(door, between.apply(queues));
    }

    /** Puts something between the queues and the polls that they ask for. */
    void interposePolls(
            BiFunction<ClientQueuePersistence, PublishPollService, PublishPollService> between)
            throws ReflectiveOperationException {
        Field polls = field(ClientQueuePersistenceImpl.class, "publishPollService");
        polls.set(door, between.apply(door, (PublishPollService) polls.get(door)));
    }

    Bucket[] buckets() {
        return buckets;
    }

    /** The queue that an entry belongs to. */
    Key queueOf(ByteIterable key) {
        return (Key) call(keyId, serializer, key);
    }

    /** Whether a session holds the message. */
    boolean isMarked(ByteIterable entry) {
        return (int) call(packetId, serializer, entry) != UNMARKED;
    }

    /** The same entry, which nobody holds. */
    ByteIterable unmarked(ByteIterable entry) {
        return (ByteIterable) call(withPacketId, serializer, entry, UNMARKED);
    }

    /** The entry's message, without its payload; empty when it is none. */
    Optional<PUBLISH> messageIn(ByteIterable entry) {
        return call(value, serializer, entry) instanceof PUBLISH message
                ? Optional.of(message)
                : Optional.empty();
    }

    /** Goes to the first entry of a queue and says whether there is one. */
    boolean moveToFirst(Cursor cursor, Key queue) {
        ByteIterable first = (ByteIterable) call(firstKey, serializer, queue);
        return cursor.getSearchKeyRange(first) != null && skipOthers(cursor, first);
    }

    /** Goes to the next entry of the same queue and says whether there is one. */
    boolean moveToNext(Cursor cursor, Key queue) {
        ByteIterable first = (ByteIterable) call(firstKey, serializer, queue);
        return cursor.getNext() && skipOthers(cursor, first);
    }

    /** Removes the message under the cursor, if it is the one. */
    void removeHere(Cursor cursor, String id, Key queue, int bucket) {
        call(removeHere, queues, cursor, id, queue, bucket);
    }

    /** Takes the mark off the message under the cursor, if it is the one. */
    void unmarkHere(Cursor cursor, String id, Key queue, Bucket bucket, Transaction transaction) {
        call(unmarkHere, queues, cursor, id, queue.getQueueId(), bucket, transaction);
    }

    /** Entries of queues with a longer name that begins alike may lie between. */
    private boolean skipOthers(Cursor cursor, ByteIterable first) {
        int place = (int) call(compare, serializer, first, cursor.getKey());
        while (place != IN_THE_QUEUE && place != BEHIND_THE_QUEUE && cursor.getNext()) {
            place = (int) call(compare, serializer, first, cursor.getKey());
        }
        return place == IN_THE_QUEUE;
    }

    private static Object call(Method method, Object of, Object... arguments) {
        try {
            return method.invoke(of, arguments);
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

    private static Method ofSerializer(String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        return method(ClientQueuePersistenceSerializer.class, name, parameters);
    }

    private static Method ofStore(String name, Class<?>... parameters)
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
