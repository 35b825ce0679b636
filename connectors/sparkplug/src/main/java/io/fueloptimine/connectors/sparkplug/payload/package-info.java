/**
 * Reads and writes Sparkplug B payloads. Eclipse Tahu's generated protobuf code parses and writes
 * the metrics; {@link io.fueloptimine.connectors.sparkplug.payload.PayloadReader} limits the input
 * that is passed to the generated code.
 */
package io.fueloptimine.connectors.sparkplug.payload;
