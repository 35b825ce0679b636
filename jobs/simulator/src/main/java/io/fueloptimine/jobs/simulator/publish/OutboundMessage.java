package io.fueloptimine.jobs.simulator.publish;

/**
 * One message ready for the wire.
 *
 * @param machineId whose it is: messages of one machine keep their order
 * @param topic the MQTT topic
 * @param payload the bytes; never changed once they are here
 */
public record OutboundMessage(String machineId, String topic, byte[] payload) {}
