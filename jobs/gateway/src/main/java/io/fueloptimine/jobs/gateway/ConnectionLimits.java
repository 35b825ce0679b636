package io.fueloptimine.jobs.gateway;

import java.time.Duration;

/**
 * The limits for connections, which protect the server from clients without a token.
 *
 * @param inAll maximum number of open connections
 * @param perAddress maximum number of open connections from one client address
 * @param request the time in which the next request must arrive completely, counted from the start
 *     of the connection or from the last answer; a connection without a complete request in this
 *     time is closed
 */
record ConnectionLimits(int inAll, int perAddress, Duration request) {

    static final ConnectionLimits DEFAULT = new ConnectionLimits(512, 128, Duration.ofSeconds(30));
}
