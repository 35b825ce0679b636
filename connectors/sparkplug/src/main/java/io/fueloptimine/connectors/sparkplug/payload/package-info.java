/**
 * The payload of Sparkplug B as bytes and as records, after the public specification 3.0. No
 * generated code: {@link io.fueloptimine.connectors.sparkplug.payload.PayloadReader} walks the
 * fields that we use, within bounds, and passes over the others.
 */
package io.fueloptimine.connectors.sparkplug.payload;
