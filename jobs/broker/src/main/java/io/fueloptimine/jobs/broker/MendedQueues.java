package io.fueloptimine.jobs.broker;

import com.google.inject.Injector;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends HiveMQ CE's queues, between the opening of its stores and the first connection.
 *
 * <p>It marks a message while a session holds it, and takes the mark off when that session leaves.
 * A broker that is killed never does, and after its restart skips the marked messages for ever:
 * acknowledged to their sender, delivered to nobody. And it may give the number of a message that
 * it was storing then to another one, which is lost. {@link LeftQueues} puts both right at each
 * start.
 *
 * <p>It searches for every message that is acknowledged: {@link HeldMessages} knows where it lies.
 * It gives one session more than it can hold: {@link PollsInTurn} asks for one window at a time.
 * And it overlooks subscriptions: {@link HeardSubscriptions} has it look again.
 */
final class MendedQueues implements ExtensionMain {

    private static final Logger LOG = LoggerFactory.getLogger(MendedQueues.class);

    private EmbeddedHiveMQ hiveMq;
    private volatile boolean mended;

    /** The form in which HiveMQ takes something that runs between its stores and its listeners. */
    EmbeddedExtension asExtension() {
        return EmbeddedExtension.builder()
                .withId("mended-queues")
                .withName("Mended queues")
                .withVersion("1")
                .withExtensionMain(this)
                .build();
    }

    /** Must be told before the start whose stores to look into. */
    void in(EmbeddedHiveMQ broker) {
        hiveMq = broker;
    }

    /**
     * Whether the stores were read and all of it is done. HiveMQ itself goes on without, even when
     * its stores did not open, and would then acknowledge what it cannot keep.
     */
    boolean mended() {
        return mended;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        try {
            Injector injector = injector();
            QueueStore store = QueueStore.of(injector);
            int messages = new LeftQueues(store).putRight();
            if (messages > 0) {
                LOG.warn("Freed {} messages that the last run was delivering", messages);
            }
            store.interpose(new HeldMessages(store)::before);
            store.interposePolls(PollsInTurn::of);
            Services.initializerRegistry().setClientInitializer(new HeardSubscriptions(injector));
            mended = true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.error("HiveMQ's stores cannot be mended", e);
            output.preventExtensionStartup("HiveMQ's stores cannot be mended: " + e);
        }
    }

    private Injector injector() throws ReflectiveOperationException {
        // HiveMQ gives its injector to its own tests only.
        Method injector = hiveMq.getClass().getDeclaredMethod("getInjector");
        injector.setAccessible(true);
        return (Injector) injector.invoke(hiveMq);
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}
}
