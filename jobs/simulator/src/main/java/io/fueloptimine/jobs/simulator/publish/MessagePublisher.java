package io.fueloptimine.jobs.simulator.publish;

import java.time.Duration;

/** Where messages leave the mine. All methods may be called from any thread. */
public interface MessagePublisher extends AutoCloseable {

    /**
     * Takes a message over, waiting while the outlet holds as many as it may. Messages of one
     * machine leave in the order of their offers.
     */
    void offer(OutboundMessage message) throws InterruptedException;

    /** What has left so far. */
    PublishCounts figures();

    /**
     * Waits until nothing is pending any more.
     *
     * @return whether that came to pass within the limit
     */
    boolean awaitEmpty(Duration limit) throws InterruptedException;

    /** Lets go of the connections; what is pending is given up. */
    @Override
    void close();
}
