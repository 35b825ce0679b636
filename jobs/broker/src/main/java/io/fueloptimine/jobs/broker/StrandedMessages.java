package io.fueloptimine.jobs.broker;

import com.google.common.collect.ImmutableList;
import com.google.inject.Injector;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.mqtt.message.MessageWithID;
import com.hivemq.mqtt.message.publish.PUBLISH;
import com.hivemq.persistence.clientqueue.ClientQueueLocalPersistence;
import com.hivemq.persistence.clientqueue.ClientQueuePersistenceImpl.Key;
import com.hivemq.persistence.clientqueue.ClientQueueXodusLocalPersistence;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees what a killed broker was delivering.
 *
 * <p>HiveMQ CE marks a shared subscription's message while a session holds it, and takes the mark
 * off when that session leaves. A broker that is killed never does, and after its restart skips the
 * marked messages for ever: acknowledged to their sender, delivered to nobody. So at each start,
 * before the first connection is accepted, the marks at the head of every shared queue come off.
 */
final class StrandedMessages implements ExtensionMain {

    private static final Logger LOG = LoggerFactory.getLogger(StrandedMessages.class);
    private static final int BATCH = 1_000_000;
    private static final long NO_BYTE_LIMIT = Long.MAX_VALUE;

    private EmbeddedHiveMQ hiveMq;

    /** The form in which HiveMQ takes something that runs between its stores and its listeners. */
    EmbeddedExtension asExtension() {
        return EmbeddedExtension.builder()
                .withId("stranded-messages")
                .withName("Stranded messages")
                .withVersion("1")
                .withExtensionMain(this)
                .build();
    }

    /** Must be told before the start whose stores to look into. */
    void in(EmbeddedHiveMQ broker) {
        hiveMq = broker;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        try {
            int freed = freeAll();
            if (freed > 0) {
                LOG.warn("Freed {} messages that the last run was delivering when it ended", freed);
            }
        } catch (ReflectiveOperationException e) {
            output.preventExtensionStartup("HiveMQ's stores cannot be reached: " + e);
        }
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}

    private int freeAll() throws ReflectiveOperationException {
        int freed = 0;
        ClientQueueXodusLocalPersistence queues = queues();
        for (var bucket : queues.getQueueSizeBuckets().entrySet()) {
            List<Key> keys = new ArrayList<>(bucket.getValue().keySet());
            for (Key key : keys) {
                freed += key.isShared() ? free(queues, key.getQueueId(), bucket.getKey()) : 0;
            }
        }
        return freed;
    }

    private static int free(ClientQueueXodusLocalPersistence queues, String queue, int bucket) {
        ImmutableList<MessageWithID> marked =
                queues.readInflight(queue, true, BATCH, NO_BYTE_LIMIT, bucket);
        for (MessageWithID message : marked) {
            if (message instanceof PUBLISH publish) {
                queues.removeInFlightMarker(queue, publish.getUniqueId(), bucket);
            }
        }
        return marked.size();
    }

    /** HiveMQ gives its injector to its own tests only. */
    private ClientQueueXodusLocalPersistence queues() throws ReflectiveOperationException {
        Method injector = hiveMq.getClass().getDeclaredMethod("getInjector");
        injector.setAccessible(true);
        return (ClientQueueXodusLocalPersistence)
                ((Injector) injector.invoke(hiveMq)).getInstance(ClientQueueLocalPersistence.class);
    }
}
