package io.fueloptimine.jobs.gateway;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection whose next request is not complete in time. Only the connection's event loop
 * calls it.
 */
final class RequestDeadline {

    private final Channel channel;
    private final Duration limit;
    private Future<?> closing;

    RequestDeadline(Channel channel, Duration limit) {
        this.channel = channel;
        this.limit = limit;
    }

    /** The next request must be complete within the limit from now on. */
    void start() {
        closeAfter(limit);
    }

    /** Closes the connection after a time, unless it is started again or stopped. */
    void closeAfter(Duration time) {
        stop();
        closing =
                channel.eventLoop()
                        .schedule(() -> channel.close(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A request is complete, or the connection is closed. */
    void stop() {
        if (closing != null) {
            closing.cancel(false);
        }
    }
}
