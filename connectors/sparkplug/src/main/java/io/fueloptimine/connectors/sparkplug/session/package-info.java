/**
 * Tracks the sessions of edge nodes and devices. {@link
 * io.fueloptimine.connectors.sparkplug.session.TrackEdgeNodes} is the Flink operator; {@link
 * io.fueloptimine.connectors.sparkplug.session.DeviceSession} contains the logic and does not use
 * Flink.
 */
package io.fueloptimine.connectors.sparkplug.session;
