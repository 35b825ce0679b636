package io.fueloptimine.jobs.simulator.publish;

/**
 * A message to publish.
 *
 * @param machineId the machine that it comes from; messages of one machine keep their order
 * @param topic the MQTT topic
 * @param payload the payload; must not be changed after construction
 */
public record OutboundMessage(String machineId, String topic, byte[] payload) {}
