package io.fueloptimine.connectors.mqtt.connection;

/**
 * Why a connection ended.
 *
 * @param fatal whether trying again cannot help, so that the job must fail and somebody look
 * @param reason in a few words, free of secrets
 * @param cause what the client library threw
 */
public record ConnectionFault(boolean fatal, String reason, Throwable cause) {}
