package io.fueloptimine.jobs.settings.rest;

/**
 * Why a request to Flink's REST interface is refused.
 *
 * @param status the HTTP status: 400, 403 or 405
 * @param reason what is refused and what is expected, printable, in one line
 */
record RestRefusal(int status, String reason) {

    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int METHOD_NOT_ALLOWED = 405;
}
