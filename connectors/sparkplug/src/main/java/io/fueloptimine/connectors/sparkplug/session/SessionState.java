package io.fueloptimine.connectors.sparkplug.session;

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
}
