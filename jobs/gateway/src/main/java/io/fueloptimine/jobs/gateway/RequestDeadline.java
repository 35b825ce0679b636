package io.fueloptimine.jobs.gateway;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection if its next request is not complete in time. The methods must be called in
 * the connection's event loop.
 */
final class RequestDeadline {

    private final Channel channel;
    private final Duration limit;
    private Future<?> closing;

    RequestDeadline(Channel channel, Duration limit) {
        this.channel = channel;
        this.limit = limit;
    }

    /** Starts the time limit, in which the next request must be complete. */
    void start() {
        closeAfter(limit);
    }

    /**
     * Closes the connection after a time, unless {@link #start}, {@link #stop} or this method is
     * called before.
     */
    void closeAfter(Duration time) {
        stop();
        closing =
                channel.eventLoop()
                        .schedule(() -> channel.close(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the time limit, because a request is complete or the connection is closed. */
    void stop() {
        if (closing != null) {
            closing.cancel(false);
        }
    }
}
