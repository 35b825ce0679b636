package io.fueloptimine.jobs.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How large a broker is: what it may hold back for a slow or absent reader.
 *
 * <p>A reader that acknowledges on checkpoints receives at most {@code inflightWindow} messages per
 * session and checkpoint, so the window bounds the rate: sessions x window / checkpoint interval.
 *
 * <p>The queue must hold what the mine sends while no reader is there: at 60 messages/s a queue of
 * 2,000,000 lasts nine hours; a message beyond it would be dropped.
 *
 * @param bindAddress the address to listen on; loopback unless a mine's network shall reach it
 * @param inflightWindow messages that one session may hold unacknowledged, 1 to 65,535 (MQTT's own
 *     bound on packet identifiers)
 * @param maxQueuedMessages messages kept per session, and per shared subscription, while nobody
 *     reads them
 * @param heapMib the heap of the broker's JVM in MiB
 * @param tls the encrypted listener, if there is one beside the plain one
 */
public record BrokerSettings(
        String bindAddress,
        int inflightWindow,
        long maxQueuedMessages,
        int heapMib,
        Optional<BrokerTls> tls) {

    /** Loopback, a window of 2,000, a queue of 2,000,000, a heap of 512 MiB, not encrypted. */
    public static final BrokerSettings DEFAULT =
            new BrokerSettings("127.0.0.1", 2_000, 2_000_000, 512, Optional.empty());

    /** Rejects what no broker can be started with, naming every fault. */
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

    /** The same with another in-flight window. */
    public BrokerSettings withInflightWindow(int messages) {
        return new BrokerSettings(bindAddress, messages, maxQueuedMessages, heapMib, tls);
    }

    /** The same with another bound on queued messages. */
    public BrokerSettings withMaxQueuedMessages(long messages) {
        return new BrokerSettings(bindAddress, inflightWindow, messages, heapMib, tls);
    }

    /** The same on another address. */
    public BrokerSettings withBindAddress(String address) {
        return new BrokerSettings(address, inflightWindow, maxQueuedMessages, heapMib, tls);
    }

    /** The same with another heap. */
    public BrokerSettings withHeapMib(int mebibytes) {
        return new BrokerSettings(bindAddress, inflightWindow, maxQueuedMessages, mebibytes, tls);
    }

    /** The same with an encrypted listener beside the plain one. */
    public BrokerSettings withTls(BrokerTls listener) {
        return new BrokerSettings(
                bindAddress, inflightWindow, maxQueuedMessages, heapMib, Optional.of(listener));
    }
}
