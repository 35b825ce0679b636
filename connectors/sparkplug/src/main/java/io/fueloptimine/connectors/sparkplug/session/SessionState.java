package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import java.time.Duration;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;

/**
 * State and metrics of the operator for the current key.
 *
 * @param node the node's session
 * @param devices the session of each device, and under {@link #NODE} the metrics of the node itself
 * @param metrics the Flink metrics
 * @param rebirthInterval the shortest time between two rebirth requests to a node
 */
record SessionState(
        ValueState<NodeSession> node,
        MapState<String, DeviceSession> devices,
        SessionMetrics metrics,
        Duration rebirthInterval) {

    /** The key of the node's own metrics among its devices. */
    static final String NODE = "";

    /** Counts a birth that could not be read. */
    void countUnreadableBirth(SparkplugTopic topic) throws Exception {
        String device = topic.device() == null ? NODE : topic.device();
        DeviceSession stored = devices.get(device);
        DeviceSession session = stored == null ? new DeviceSession() : stored;
        session.unreadableBirths++;
        devices.put(device, session);
    }
}
