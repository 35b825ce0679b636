package io.fueloptimine.connectors.mqtt.enumerator;

/**
 * The enumerator's checkpoint, which is empty because assignments follow from the configuration.
 */
public record EmptyEnumeratorState() {}
