package io.fueloptimine.jobs.broker;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees what a killed broker was delivering.
 *
 * <p>HiveMQ CE marks a shared subscription's message while a session holds it, and takes the mark
 * off when that session leaves. A broker that is killed never does, and after its restart skips the
 * marked messages for ever: acknowledged to their sender, delivered to nobody. So at each start,
 * before the first connection is accepted, all marks in the shared queues come off.
 */
final class StrandedMessages implements ExtensionMain {

    private static final Logger LOG = LoggerFactory.getLogger(StrandedMessages.class);

    private EmbeddedHiveMQ hiveMq;
    private volatile boolean freed;

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

    /**
     * Whether the stores were read and every mark is off. HiveMQ itself goes on without, even when
     * its stores did not open, and would then acknowledge what it cannot keep.
     */
    boolean freed() {
        return freed;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        try {
            int messages = SharedQueues.of(hiveMq).unmarkAll();
            if (messages > 0) {
                LOG.warn("Freed {} messages that the last run was delivering", messages);
            }
            freed = true;
        } catch (ReflectiveOperationException e) {
            output.preventExtensionStartup("HiveMQ's stores cannot be reached: " + e);
        }
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}
}
