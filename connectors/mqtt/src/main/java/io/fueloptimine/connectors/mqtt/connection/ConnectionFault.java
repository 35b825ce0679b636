package io.fueloptimine.connectors.mqtt.connection;

/**
 * The reason why a connection ended.
 *
 * @param fatal true when connecting again cannot succeed, so that the job must fail
 * @param reason the reason as a short text without secrets
 * @param cause the exception of the client library
 */
public record ConnectionFault(boolean fatal, String reason, Throwable cause) {}
