package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.models.mine.reading.RawMessage;

/**
 * A received message, and the handle with which it is acknowledged on the connection that delivered
 * it.
 */
record ReceivedMessage(RawMessage message, AcknowledgementHandle acknowledgement) {}
