package io.fueloptimine.jobs.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The broker's listeners, limits and heap.
 *
 * <p>A reader that acknowledges on checkpoints receives at most {@code inflightWindow} messages per
 * session and checkpoint. The window therefore limits the rate to sessions x window / checkpoint
 * interval.
 *
 * <p>The queue holds the messages that arrive while no reader is connected: at 60 messages/s a
 * queue of 2,000,000 is full after nine hours. A full queue drops new messages.
 *
 * @param bindAddress the address of the plain listener; loopback unless the network must reach it
 * @param inflightWindow unacknowledged messages per session, 1 to 65,535 (the number of MQTT packet
 *     identifiers)
 * @param maxQueuedMessages queued messages per session and per shared subscription
 * @param heapMib the heap of the broker's JVM in MiB
 * @param tls the TLS listener, if there is one in addition to the plain one
 */
public record BrokerSettings(
        String bindAddress,
        int inflightWindow,
        long maxQueuedMessages,
        int heapMib,
        Optional<BrokerTls> tls) {

    /** Loopback, a window of 2,000, a queue of 2,000,000, a heap of 512 MiB, no TLS. */
    public static final BrokerSettings DEFAULT =
            new BrokerSettings("127.0.0.1", 2_000, 2_000_000, 512, Optional.empty());

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
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** A copy with another in-flight window. */
    public BrokerSettings withInflightWindow(int messages) {
        return new BrokerSettings(bindAddress, messages, maxQueuedMessages, heapMib, tls);
    }

    /** A copy with another queue limit. */
    public BrokerSettings withMaxQueuedMessages(long messages) {
        return new BrokerSettings(bindAddress, inflightWindow, messages, heapMib, tls);
    }

    /** A copy with another address. */
    public BrokerSettings withBindAddress(String address) {
        return new BrokerSettings(address, inflightWindow, maxQueuedMessages, heapMib, tls);
    }

    /** A copy with another heap size. */
    public BrokerSettings withHeapMib(int mebibytes) {
        return new BrokerSettings(bindAddress, inflightWindow, maxQueuedMessages, mebibytes, tls);
    }

    /** A copy with a TLS listener in addition to the plain one. */
    public BrokerSettings withTls(BrokerTls listener) {
        return new BrokerSettings(
                bindAddress, inflightWindow, maxQueuedMessages, heapMib, Optional.of(listener));
    }
}
