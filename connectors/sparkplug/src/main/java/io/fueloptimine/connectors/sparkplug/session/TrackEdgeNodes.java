package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.DeclaredDevices;
import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import io.fueloptimine.connectors.sparkplug.SparkplugTopics;
import io.fueloptimine.connectors.sparkplug.payload.PayloadReader;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.quality.QualityRecord;
import io.fueloptimine.models.mine.reading.RawMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tracks the sessions of Sparkplug edge nodes by their birth and death messages, and converts their
 * readings to the plain JSON messages that other machines send. Key the stream by {@link #keyOf}.
 * The messages of an edge node must arrive in the order of sending.
 *
 * <p>A message or metric that cannot be resolved (no birth message, an unknown alias, invalid
 * bytes) is emitted on {@link #QUALITY} with the bytes of the message; other metrics of the message
 * are used. A gap in the sequence numbers is also reported on {@link #QUALITY}, and the values
 * after the gap are kept. In each of these cases a rebirth request, which asks for a new birth
 * message, is emitted on {@link #COMMANDS}. At most one request per edge node and interval is
 * emitted, and none if a birth message since the last request has the same fault. State expires
 * after 30 days without messages.
 *
 * <p>A message of an edge node that the mine file does not declare, or about a device that the mine
 * file declares for another edge node, is emitted on {@link #QUALITY} and not used. At the start,
 * the operator logs each site without declared edge nodes, because at such a site every edge node
 * may send readings of every device.
 */
public final class TrackEdgeNodes extends KeyedProcessFunction<String, RawMessage, RawMessage> {

    /** The side output for quality records about rejections, gaps and repeats. */
    public static final OutputTag<QualityRecord> QUALITY =
            new OutputTag<>("sparkplug-quality") {
                private static final long serialVersionUID = 1L;
            };

    /** The side output for rebirth requests to edge nodes. */
    public static final OutputTag<OutgoingMessage> COMMANDS =
            new OutputTag<>("sparkplug-commands") {
                private static final long serialVersionUID = 1L;
            };

    /** The time that an edge node has to answer a rebirth request. */
    public static final Duration REBIRTH_INTERVAL = Duration.ofSeconds(30);

    private static final long serialVersionUID = 1L;
    private static final Duration STATE_TTL = Duration.ofDays(30);
    private static final String UNREADABLE = "?";
    private static final Logger LOG = LoggerFactory.getLogger(TrackEdgeNodes.class);

    private final Duration rebirthInterval;
    private final DeclaredDevices declared;

    private transient SessionState sessions;

    /**
     * @param rebirthInterval the minimum time between two rebirth requests to an edge node
     * @param declared the devices of which each edge node may send readings
     */
    public TrackEdgeNodes(Duration rebirthInterval, DeclaredDevices declared) {
        this.rebirthInterval = rebirthInterval;
        this.declared = declared;
    }

    /** The key of a message: group and edge node. */
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
        if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
            LOG.info(
                    "Sites whose mine files declare edgeNodes: {}. At every other site, any Sparkplug"
                            + " node may send readings of any device.",
                    declared.sites());
        }
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
            Optional<SparkplugFault> undeclared = declared.nodeFault(topic);
            if (undeclared.isPresent()) {
                sessions.metrics().undeclared.inc();
                context.output(
                        QUALITY, QualityRecords.undeclared(message, topic, undeclared.get()));
                return;
            }
            readable = EdgeMessage.of(message, topic, PayloadReader.read(message.payload()));
        } catch (SparkplugFault fault) {
            sessions.metrics().rejected.inc();
            context.output(QUALITY, QualityRecords.rejected(message, topic, List.of(fault)));
            if (topic != null && topic.type().isBirth()) {
                sessions.countUnreadableBirth(topic);
            }
            return;
        }
        new EdgeMessageHandler(sessions, readable, declared.deviceFault(topic), context, out).run();
    }
}
