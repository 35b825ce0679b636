package io.fueloptimine.connectors.mqtt.enumerator;

/** What the enumerator keeps in a checkpoint: nothing, since it can work out every assignment. */
public record EmptyEnumeratorState() {}
