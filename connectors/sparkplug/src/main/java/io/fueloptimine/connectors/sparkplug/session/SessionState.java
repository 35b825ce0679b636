package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import java.time.Duration;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;

/**
 * The Flink state and metrics of the operator for the current key.
 *
 * @param node the session of the edge node
 * @param devices the session of each device; the key {@link #NODE} has the session of the edge
 *     node's own metrics
 * @param metrics the Flink metrics
 * @param rebirthInterval the minimum time between two rebirth requests to an edge node
 */
record SessionState(
        ValueState<NodeSession> node,
        MapState<String, DeviceSession> devices,
        SessionMetrics metrics,
        Duration rebirthInterval) {

    /** The key of the edge node's own metrics in {@link #devices}. */
    static final String NODE = "";

    /** Counts a birth message that could not be read. */
    void countUnreadableBirth(SparkplugTopic topic) throws Exception {
        String device = topic.device() == null ? NODE : topic.device();
        DeviceSession stored = devices.get(device);
        DeviceSession session = stored == null ? new DeviceSession() : stored;
        session.unreadableBirths++;
        devices.put(device, session);
    }
}
