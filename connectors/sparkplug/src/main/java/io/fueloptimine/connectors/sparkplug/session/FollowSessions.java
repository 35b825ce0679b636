package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import io.fueloptimine.connectors.sparkplug.SparkplugTopics;
import io.fueloptimine.connectors.sparkplug.payload.PayloadReader;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.RawMessage;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Follows the births, messages and deaths of Sparkplug edge nodes, and hands their readings on as
 * the plain JSON messages that other machines send. Key the stream by {@link #keyOf}; a node's
 * messages must come in the order in which it sent them.
 *
 * <p>Nothing is lost silently: what cannot be understood (no birth, an unknown alias, bad bytes)
 * leaves on {@link #QUALITY} with its bytes; a hole in the running numbers is told there, and what
 * comes after it is kept. In each of these cases the node is asked, on {@link #COMMANDS}, to be
 * born again, not more often than the interval given. State is forgotten after 30 silent days.
 */
public final class FollowSessions extends KeyedProcessFunction<String, RawMessage, RawMessage> {

    /** Rejections, holes and repeats. */
    public static final OutputTag<QualityRecord> QUALITY =
            new OutputTag<>("sparkplug-quality") {
                private static final long serialVersionUID = 1L;
            };

    /** Requests to edge nodes. */
    public static final OutputTag<OutgoingMessage> COMMANDS =
            new OutputTag<>("sparkplug-commands") {
                private static final long serialVersionUID = 1L;
            };

    /** How long a node is given to answer a request. */
    public static final Duration REBIRTH_INTERVAL = Duration.ofSeconds(30);

    private static final long serialVersionUID = 1L;
    private static final Duration MEMORY = Duration.ofDays(30);
    private static final String UNREADABLE = "?";

    private final Duration rebirthInterval;

    private transient Sessions sessions;

    /**
     * @param rebirthInterval the shortest time between two requests to a node
     */
    public FollowSessions(Duration rebirthInterval) {
        this.rebirthInterval = rebirthInterval;
    }

    /** The key: group and edge node. */
    public static String keyOf(RawMessage message) {
        try {
            SparkplugTopic topic = SparkplugTopic.parse(message.topic());
            return topic.group() + "/" + topic.node();
        } catch (SparkplugFault unreadable) {
            return UNREADABLE;
        }
    }

    @Override
    public void open(OpenContext context) {
        StateTtlConfig forgetting = StateTtlConfig.newBuilder(MEMORY).build();
        ValueStateDescriptor<NodeSession> node =
                new ValueStateDescriptor<>("node-session", NodeSession.class);
        node.enableTimeToLive(forgetting);
        MapStateDescriptor<String, DeviceSession> device =
                new MapStateDescriptor<>(
                        "device-sessions", Types.STRING, TypeInformation.of(DeviceSession.class));
        device.enableTimeToLive(forgetting);
        sessions =
                new Sessions(
                        getRuntimeContext().getState(node),
                        getRuntimeContext().getMapState(device),
                        new SessionMetrics(getRuntimeContext().getMetricGroup()),
                        rebirthInterval);
    }

    @Override
    public void processElement(RawMessage message, Context context, Collector<RawMessage> out)
            throws Exception {
        if (SparkplugTopics.isOfHosts(message.topic())) {
            return;
        }
        SparkplugTopic topic = null;
        try {
            topic = SparkplugTopic.parse(message.topic());
            SparkplugPayload payload = PayloadReader.read(message.payload());
            new Exchange(sessions, new EdgeMessage(message, topic, payload), context, out).run();
        } catch (SparkplugFault fault) {
            sessions.metrics().rejected.inc();
            context.output(QUALITY, QualityRecords.rejected(message, topic, List.of(fault)));
        }
    }
}
