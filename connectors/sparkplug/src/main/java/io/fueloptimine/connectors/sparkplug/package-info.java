/**
 * Converts messages of Sparkplug B edge nodes to plain messages: {@link
 * io.fueloptimine.connectors.sparkplug.SparkplugTopics} has the topics to subscribe to, {@link
 * io.fueloptimine.connectors.sparkplug.session.TrackEdgeNodes} is the operator.
 */
package io.fueloptimine.connectors.sparkplug;
