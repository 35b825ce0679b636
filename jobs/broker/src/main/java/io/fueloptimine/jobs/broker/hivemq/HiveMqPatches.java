package io.fueloptimine.jobs.broker.hivemq;

import com.google.inject.Injector;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the six patches of HiveMQ CE's queues. HIVEMQ.md of this module describes each patch and
 * the defect that it repairs.
 *
 * <p>This class is an embedded extension, because HiveMQ starts extensions after it has opened its
 * stores and before it accepts the first connection. HiveMQ also starts if an extension fails; the
 * caller must therefore call {@link #requireApplied()} after the start.
 */
public final class HiveMqPatches implements ExtensionMain {

    private static final Logger LOG = LoggerFactory.getLogger(HiveMqPatches.class);

    private final Optional<SimpleAuthenticator> authenticator;
    private EmbeddedHiveMQ hiveMq;
    private volatile Optional<String> failure =
            Optional.of(
                    "HiveMQ did not run the extension that applies them; see broker.log in the data"
                            + " folder");

    /**
     * @param authenticator who may connect; empty for every client. HiveMQ takes one embedded
     *     extension only, which is therefore also the one that sets the authenticator
     */
    public HiveMqPatches(Optional<SimpleAuthenticator> authenticator) {
        this.authenticator = authenticator;
    }

    /** Returns this object as an extension for HiveMQ's builder. */
    public EmbeddedExtension asExtension() {
        return EmbeddedExtension.builder()
                .withId("fueloptimine-patches")
                .withName("FuelOptiMine patches of the message queues")
                .withVersion("1")
                .withExtensionMain(this)
                .build();
    }

    /** Sets the broker to patch; must be called before the broker is started. */
    public void attachTo(EmbeddedHiveMQ broker) {
        hiveMq = broker;
    }

    /**
     * Checks that all patches were applied.
     *
     * @throws IOException if a patch was not applied; the message contains the reason. The caller
     *     must then stop the broker, because an unpatched broker can lose acknowledged messages
     */
    public void requireApplied() throws IOException {
        if (failure.isPresent()) {
            throw new IOException("the patches of HiveMQ CE were not applied: " + failure.get());
        }
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        // First, so that a broker whose patches fail accepts no unknown client either.
        authenticator.ifPresent(
                known -> Services.securityRegistry().setAuthenticatorProvider(client -> known));
        failure = applyIfSupported();
        failure.ifPresent(output::preventExtensionStartup);
    }

    /** Applies the patches. Returns the reason of a failure; empty if all patches were applied. */
    private Optional<String> applyIfSupported() {
        Optional<String> wrongVersion = SupportedVersion.faultOf(SupportedVersion.onClassPath());
        if (wrongVersion.isPresent()) {
            return wrongVersion;
        }
        try {
            apply(injector());
            return Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.error("The patches of HiveMQ CE cannot be applied", e);
            return Optional.of(e.toString());
        }
    }

    private static void apply(Injector injector) throws ReflectiveOperationException {
        QueueStore store = QueueStore.of(injector);
        int released = new QueueRecovery(store).recover();
        if (released > 0) {
            LOG.warn("Released {} messages that were in flight when the last run ended", released);
        }
        InFlightMessageIndex index = new InFlightMessageIndex(store);
        store.replaceQueues(queues -> HeldMessages.around(index.around(queues)));
        store.replacePolls(SequentialPolls::of);
        Services.initializerRegistry()
                .setClientInitializer(new SharedSubscriptionRefresh(injector));
    }

    private Injector injector() throws ReflectiveOperationException {
        // The accessor is package-private: HiveMQ uses it in its own tests only.
        Method injector = hiveMq.getClass().getDeclaredMethod("getInjector");
        injector.setAccessible(true);
        return (Injector) injector.invoke(hiveMq);
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}
}
