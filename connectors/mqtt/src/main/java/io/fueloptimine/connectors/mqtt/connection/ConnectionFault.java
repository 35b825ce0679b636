package io.fueloptimine.connectors.mqtt.connection;

/**
 * Why a connection ended.
 *
 * @param fatal whether connecting again cannot succeed, so that the job must fail
 * @param reason a short text without secrets
 * @param cause the client library's exception
 */
public record ConnectionFault(boolean fatal, String reason, Throwable cause) {}
