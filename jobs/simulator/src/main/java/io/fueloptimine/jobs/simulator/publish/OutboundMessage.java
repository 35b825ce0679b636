package io.fueloptimine.jobs.simulator.publish;

/**
 * A message to publish.
 *
 * @param machineId the machine that sends the message; messages of one machine keep their order
 * @param topic the MQTT topic
 * @param payload the payload; the caller must not change the array afterwards
 */
public record OutboundMessage(String machineId, String topic, byte[] payload) {}
