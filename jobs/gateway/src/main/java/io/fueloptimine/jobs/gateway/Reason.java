package io.fueloptimine.jobs.gateway;

/** Why a request is not done, and what HTTP calls that. */
enum Reason {
    BAD_REQUEST(400, "badRequest"),
    UNAUTHORIZED(401, "unauthorized"),
    NOT_FOUND(404, "notFound"),
    METHOD_NOT_ALLOWED(405, "methodNotAllowed"),
    TOO_LARGE(413, "tooLarge"),
    UNSUPPORTED_TYPE(415, "unsupportedType"),
    BUSY(503, "busy"),
    BROKER_AWAY(503, "brokerAway"),
    BROKER_SLOW(503, "brokerSlow"),
    NOBODY_LISTENS(503, "nobodyListens"),
    NOT_READY(503, "notReady");

    private final int status;
    private final String metric;

    Reason(int status, String metric) {
        this.status = status;
        this.metric = metric;
    }

    int status() {
        return status;
    }

    /** The reason's name in the metrics. */
    String metric() {
        return metric;
    }

    /** Whether the same request may succeed later as it is. */
    boolean isPassing() {
        return status == 503;
    }
}
