/**
 * Sparkplug B payloads as bytes and as records. Eclipse Tahu's generated protobuf code parses and
 * writes them; {@link io.fueloptimine.connectors.sparkplug.payload.PayloadFilter} limits what it is
 * given to parse.
 */
package io.fueloptimine.connectors.sparkplug.payload;
