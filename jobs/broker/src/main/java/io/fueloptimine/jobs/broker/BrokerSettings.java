package io.fueloptimine.jobs.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The broker's listeners, limits and heap.
 *
 * <p>A client that acknowledges messages on Flink checkpoints receives at most {@code
 * inflightWindow} messages per session and checkpoint. The window therefore limits the message rate
 * to sessions x window / checkpoint interval.
 *
 * <p>A queue contains the messages that arrive while no client of the session is connected. At 60
 * messages/s, a queue of 2,000,000 messages is full after nine hours. A full queue drops new
 * messages.
 *
 * @param bindAddress the address of the plain listener; usually loopback; another address makes the
 *     broker reachable from the network
 * @param inflightWindow maximum number of unacknowledged messages per session, 1 to 65,535 (the
 *     number of MQTT packet identifiers)
 * @param maxQueuedMessages maximum number of queued messages per session and per shared
 *     subscription
 * @param heapMib the heap size of the broker's JVM, MiB
 * @param tls the TLS listener in addition to the plain listener; empty for none
 * @param access the users; empty if the broker requires no authentication. With users there is no
 *     plain listener
 */
public record BrokerSettings(
        String bindAddress,
        int inflightWindow,
        long maxQueuedMessages,
        int heapMib,
        Optional<BrokerTls> tls,
        Optional<BrokerAccess> access) {

    /**
     * Default settings: loopback address, in-flight window of 2,000 messages, queues of 2,000,000
     * messages, heap of 512 MiB, no TLS.
     */
    public static final BrokerSettings DEFAULT =
            new BrokerSettings(
                    "127.0.0.1", 2_000, 2_000_000, 512, Optional.empty(), Optional.empty());

    /** Checks all values and reports all faults in one IllegalArgumentException. */
    public BrokerSettings {
        List<String> faults = new ArrayList<>();
        if (bindAddress == null || bindAddress.isBlank()) {
            faults.add("the bind address is empty");
        }
        if (inflightWindow < 1 || inflightWindow > 65_535) {
            faults.add("the in-flight window is " + inflightWindow + ", expected 1 to 65535");
        }
        if (maxQueuedMessages < 1) {
            faults.add("the queue holds " + maxQueuedMessages + " messages, expected 1 or more");
        }
        if (heapMib < 128) {
            faults.add("the heap is " + heapMib + " MiB, expected 128 or more");
        }
        if (access.isPresent() && tls.isEmpty()) {
            faults.add("users need a TLS listener");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** A copy of these settings with another in-flight window. */
    public BrokerSettings withInflightWindow(int messages) {
        return new BrokerSettings(bindAddress, messages, maxQueuedMessages, heapMib, tls, access);
    }

    /** A copy of these settings with another queue limit. */
    public BrokerSettings withMaxQueuedMessages(long messages) {
        return new BrokerSettings(bindAddress, inflightWindow, messages, heapMib, tls, access);
    }

    /** A copy of these settings with another address of the plain listener. */
    public BrokerSettings withBindAddress(String address) {
        return new BrokerSettings(address, inflightWindow, maxQueuedMessages, heapMib, tls, access);
    }

    /** A copy of these settings with another heap size. */
    public BrokerSettings withHeapMib(int mebibytes) {
        return new BrokerSettings(
                bindAddress, inflightWindow, maxQueuedMessages, mebibytes, tls, access);
    }

    /** A copy of these settings with a TLS listener in addition to the plain listener. */
    public BrokerSettings withTls(BrokerTls listener) {
        return new BrokerSettings(
                bindAddress,
                inflightWindow,
                maxQueuedMessages,
                heapMib,
                Optional.of(listener),
                access);
    }

    /**
     * A copy of these settings with users. The copy has no plain listener; these settings must have
     * a TLS listener.
     */
    public BrokerSettings withAccess(BrokerAccess users) {
        return new BrokerSettings(
                bindAddress, inflightWindow, maxQueuedMessages, heapMib, tls, Optional.of(users));
    }
}
