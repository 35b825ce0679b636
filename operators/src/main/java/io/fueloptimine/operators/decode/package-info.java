/**
 * The first step of ingest: raw MQTT messages become readings, or rejections that say why. {@link
 * io.fueloptimine.models.message.MessageDecoder} does the thinking without Flink; begin there.
 */
package io.fueloptimine.operators.decode;
