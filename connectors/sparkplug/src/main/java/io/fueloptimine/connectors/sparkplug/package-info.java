/**
 * Converts messages of Sparkplug B edge nodes to the JSON messages that other machines send. {@link
 * io.fueloptimine.connectors.sparkplug.SparkplugTopics} contains the topics to subscribe to, {@link
 * io.fueloptimine.connectors.sparkplug.session.TrackEdgeNodes} is the operator.
 */
package io.fueloptimine.connectors.sparkplug;
