package io.fueloptimine.jobs.settings.rest;

/**
 * The answer to a rejected request to Flink's REST interface.
 *
 * @param status the HTTP status: 400, 403 or 405
 * @param reason what was rejected and what is expected, as one line of printable characters
 */
record RestRefusal(int status, String reason) {

    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int METHOD_NOT_ALLOWED = 405;
}
