package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.models.mine.RawMessage;

/** A message and the handle to acknowledge it on the connection that delivered it. */
record ReceivedMessage(RawMessage message, AcknowledgementHandle acknowledgement) {}
