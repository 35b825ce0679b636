package io.fueloptimine.jobs.gateway;

/** The reasons to reject a request, with their HTTP status. */
enum RejectionReason {
    BAD_REQUEST(400, "badRequest"),
    UNAUTHORIZED(401, "unauthorized"),
    FORBIDDEN(403, "forbidden"),
    FOREIGN_MACHINE(403, "foreignMachine"),
    NOT_FOUND(404, "notFound"),
    METHOD_NOT_ALLOWED(405, "methodNotAllowed"),
    TOO_LARGE(413, "tooLarge"),
    UNSUPPORTED_TYPE(415, "unsupportedType"),
    BUSY(503, "busy"),
    BROKER_UNAVAILABLE(503, "brokerUnavailable"),
    BROKER_SLOW(503, "brokerSlow"),
    NO_SUBSCRIBER(503, "noSubscriber"),
    NOT_READY(503, "notReady");

    private final int status;
    private final String metric;

    RejectionReason(int status, String metric) {
        this.status = status;
        this.metric = metric;
    }

    int status() {
        return status;
    }

    /** The name of this reason in answers and metrics. */
    String metric() {
        return metric;
    }

    /** Whether the same request can succeed at a later time. */
    boolean isTemporary() {
        return status == 503;
    }
}
