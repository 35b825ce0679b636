package io.fueloptimine.jobs.gateway;

import java.time.Duration;

/**
 * The limits for connections, which protect the server from clients without a token.
 *
 * @param inAll connections at once
 * @param perAddress connections at once of one client address
 * @param request the time within which a request must have arrived completely, counted from the
 *     connection or from the last answer; also closes idle connections
 */
record ConnectionLimits(int inAll, int perAddress, Duration request) {

    static final ConnectionLimits DEFAULT = new ConnectionLimits(512, 128, Duration.ofSeconds(30));
}
