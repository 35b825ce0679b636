/**
 * Decodes raw MQTT messages to readings. The decoder itself is {@link
 * io.fueloptimine.models.message.MessageDecoder}.
 */
package io.fueloptimine.operators.decode;
