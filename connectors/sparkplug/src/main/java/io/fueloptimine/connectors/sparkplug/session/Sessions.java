package io.fueloptimine.connectors.sparkplug.session;

import java.time.Duration;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;

/**
 * What the operator holds for the node at hand.
 *
 * @param node the node's life
 * @param devices what each device has told, and under {@link #NODE} the node of itself
 * @param metrics what operations staff see
 * @param rebirthInterval the shortest time between two requests to a node
 */
record Sessions(
        ValueState<NodeSession> node,
        MapState<String, DeviceSession> devices,
        SessionMetrics metrics,
        Duration rebirthInterval) {

    /** The node itself among its devices. */
    static final String NODE = "";
}
