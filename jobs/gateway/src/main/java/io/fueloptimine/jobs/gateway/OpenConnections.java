package io.fueloptimine.jobs.gateway;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The open connections. When a connection limit is reached, a new connection replaces the
 * connection that has waited longest for a complete request. Connections that send nothing
 * therefore cannot block other clients. Thread-safe.
 */
final class OpenConnections {

    private final ConnectionLimits limits;
    private final Map<Channel, InetAddress> open = new HashMap<>();
    private final Map<InetAddress, Integer> counts = new HashMap<>();

    /** The connections that wait for a complete request, oldest first. */
    private final Set<Channel> waiting = new LinkedHashSet<>();

    OpenConnections(ConnectionLimits limits) {
        this.limits = limits;
    }

    /**
     * Adds a connection. Returns false if a connection limit is reached and a request is being
     * served on each open connection that the limit counts. The caller must then close the new
     * connection.
     */
    synchronized boolean add(Channel channel) {
        InetAddress address = ((InetSocketAddress) channel.remoteAddress()).getAddress();
        boolean addressFull = counts.getOrDefault(address, 0) >= limits.perAddress();
        if (addressFull && !closeOldest(other -> address.equals(open.get(other)))) {
            return false;
        }
        if (open.size() >= limits.inAll() && !closeOldest(other -> true)) {
            return false;
        }
        open.put(channel, address);
        counts.merge(address, 1, Integer::sum);
        waiting.add(channel);
        return true;
    }

    /** Marks a connection as being served, so that no new connection replaces it. */
    synchronized void serve(Channel channel) {
        waiting.remove(channel);
    }

    /** Marks a connection as waiting for its next request. */
    synchronized void await(Channel channel) {
        if (open.containsKey(channel)) {
            waiting.add(channel);
        }
    }

    /** Removes a connection that was closed; does nothing if the connection was not added. */
    synchronized void remove(Channel channel) {
        InetAddress address = open.remove(channel);
        waiting.remove(channel);
        if (address != null) {
            counts.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
        }
    }

    /** All open connections. */
    synchronized List<Channel> all() {
        return new ArrayList<>(open.keySet());
    }

    private boolean closeOldest(Predicate<Channel> selection) {
        Optional<Channel> oldest = waiting.stream().filter(selection).findFirst();
        oldest.ifPresent(
                channel -> {
                    remove(channel);
                    channel.close();
                });
        return oldest.isPresent();
    }
}
