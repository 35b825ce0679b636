package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import io.fueloptimine.connectors.sparkplug.SparkplugTopics;
import io.fueloptimine.connectors.sparkplug.payload.PayloadReader;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
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
 * Tracks the sessions of Sparkplug edge nodes by their births and deaths, and converts their
 * readings to the plain JSON messages that other machines send. Key the stream by {@link #keyOf}; a
 * node's messages must arrive in the order of sending.
 *
 * <p>A message or metric that cannot be resolved (no birth, an unknown alias, invalid bytes) is
 * emitted on {@link #QUALITY} with its bytes; the other metrics of the message are used. A gap in
 * the sequence numbers is reported there, and the values after it are kept. In each of these cases
 * a rebirth request is emitted on {@link #COMMANDS}, at most one per node and interval, unless a
 * birth since the last request has the same fault. State expires after 30 days without messages.
 */
public final class TrackEdgeNodes extends KeyedProcessFunction<String, RawMessage, RawMessage> {

    /** Rejections, gaps and repeats. */
    public static final OutputTag<QualityRecord> QUALITY =
            new OutputTag<>("sparkplug-quality") {
                private static final long serialVersionUID = 1L;
            };

    /** Rebirth requests to edge nodes. */
    public static final OutputTag<OutgoingMessage> COMMANDS =
            new OutputTag<>("sparkplug-commands") {
                private static final long serialVersionUID = 1L;
            };

    /** The time that a node has to answer a rebirth request. */
    public static final Duration REBIRTH_INTERVAL = Duration.ofSeconds(30);

    private static final long serialVersionUID = 1L;
    private static final Duration STATE_TTL = Duration.ofDays(30);
    private static final String UNREADABLE = "?";

    private final Duration rebirthInterval;

    private transient SessionState sessions;

    /**
     * @param rebirthInterval the shortest time between two rebirth requests to a node
     */
    public TrackEdgeNodes(Duration rebirthInterval) {
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
        StateTtlConfig ttl = StateTtlConfig.newBuilder(STATE_TTL).build();
        ValueStateDescriptor<NodeSession> node =
                new ValueStateDescriptor<>("node-session", NodeSession.class);
        node.enableTimeToLive(ttl);
        MapStateDescriptor<String, DeviceSession> device =
                new MapStateDescriptor<>(
                        "device-sessions", Types.STRING, TypeInformation.of(DeviceSession.class));
        device.enableTimeToLive(ttl);
        sessions =
                new SessionState(
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
        EdgeMessage readable;
        try {
            topic = SparkplugTopic.parse(message.topic());
            readable = EdgeMessage.of(message, topic, PayloadReader.read(message.payload()));
        } catch (SparkplugFault fault) {
            sessions.metrics().rejected.inc();
            context.output(QUALITY, QualityRecords.rejected(message, topic, List.of(fault)));
            if (topic != null && topic.type().isBirth()) {
                sessions.countUnreadableBirth(topic);
            }
            return;
        }
        new EdgeMessageHandler(sessions, readable, context, out).run();
    }
}
