package io.fueloptimine.jobs.simulator.publish;

import java.time.Duration;

/** Publishes the messages of the mine. Thread-safe. */
public interface MessagePublisher extends AutoCloseable {

    /**
     * Accepts a message for publishing. The method blocks while the maximum number of messages is
     * pending. Messages of one machine are sent in the order of acceptance.
     */
    void publish(OutboundMessage message) throws InterruptedException;

    /** The counts since the publisher was opened. */
    PublishCounts counts();

    /**
     * Waits until no message is pending.
     *
     * @return false if messages were still pending after the limit
     */
    boolean awaitAnswers(Duration limit) throws InterruptedException;

    /** Disconnects. Messages that the broker has not acknowledged are not sent again. */
    @Override
    void close();
}
