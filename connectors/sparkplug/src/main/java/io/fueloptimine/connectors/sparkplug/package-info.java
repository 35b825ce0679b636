/**
 * Sparkplug B edge nodes as a source of plain messages: {@link
 * io.fueloptimine.connectors.sparkplug.SparkplugTopics} says what to subscribe to, {@link
 * io.fueloptimine.connectors.sparkplug.session.FollowSessions} does the rest.
 */
package io.fueloptimine.connectors.sparkplug;
