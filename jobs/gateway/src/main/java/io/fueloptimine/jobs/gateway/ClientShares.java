package io.fueloptimine.jobs.gateway;

import java.util.HashMap;
import java.util.Map;

/**
 * A limited amount that clients share, such as bytes of memory or requests at once. One client gets
 * at most half of it, so that others are served while a client floods the gateway. Thread-safe.
 */
final class ClientShares {

    /** The client of requests without a token; several senders on this machine share it. */
    static final String ANYBODY = "";

    private final long total;
    private final long perClient;
    private final Map<String, Long> taken = new HashMap<>();
    private long takenInAll;

    /**
     * @param total the amount of all clients together
     * @param largest the largest amount that one request takes; a client can always have so much
     */
    ClientShares(long total, long largest) {
        this.total = total;
        this.perClient = Math.max(largest, total / 2);
    }

    /** Takes an amount for a client; returns false, and takes nothing, if a limit is reached. */
    synchronized boolean take(String client, long amount) {
        long most = client.equals(ANYBODY) ? total : perClient;
        if (takenInAll + amount > total || taken.getOrDefault(client, 0L) + amount > most) {
            return false;
        }
        takenInAll += amount;
        taken.merge(client, amount, Long::sum);
        return true;
    }

    /** Gives back an amount that was taken for a client. */
    synchronized void give(String client, long amount) {
        takenInAll -= amount;
        taken.computeIfPresent(client, (c, before) -> before == amount ? null : before - amount);
    }
}
