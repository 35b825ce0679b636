/**
 * Who lives, who died, and what each metric last said. {@link
 * io.fueloptimine.connectors.sparkplug.session.FollowSessions} is the Flink operator; {@link
 * io.fueloptimine.connectors.sparkplug.session.DeviceSession} thinks without Flink; begin there.
 */
package io.fueloptimine.connectors.sparkplug.session;
