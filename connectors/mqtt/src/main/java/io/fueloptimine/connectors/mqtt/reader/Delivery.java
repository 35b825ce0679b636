package io.fueloptimine.connectors.mqtt.reader;

import io.fueloptimine.models.mine.RawMessage;

/** One message as one connection delivered it, and the duty to acknowledge it there. */
record Delivery(RawMessage message, Receipt receipt) {}
