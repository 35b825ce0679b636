package io.fueloptimine.connectors.mqtt.enumerator;

/**
 * The checkpointed state of the enumerator. It is empty, because the assignment of sessions to
 * readers follows from the configuration.
 */
public record EmptyEnumeratorState() {}
