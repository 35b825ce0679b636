package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import io.fueloptimine.connectors.sparkplug.payload.PayloadReader;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.OutgoingMessage;
import io.fueloptimine.models.mine.QualityRecord;
import io.fueloptimine.models.mine.RawMessage;
import io.fueloptimine.models.mine.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
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

    /** The node itself among its devices. */
    private static final String NODE = "";

    private final Duration rebirthInterval;

    private transient ValueState<NodeSession> nodes;
    private transient MapState<String, DeviceSession> devices;
    private transient SessionMetrics metrics;

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
        nodes = getRuntimeContext().getState(node);
        MapStateDescriptor<String, DeviceSession> device =
                new MapStateDescriptor<>(
                        "device-sessions", Types.STRING, TypeInformation.of(DeviceSession.class));
        device.enableTimeToLive(forgetting);
        devices = getRuntimeContext().getMapState(device);
        metrics = new SessionMetrics(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(RawMessage message, Context context, Collector<RawMessage> out)
            throws Exception {
        SparkplugTopic topic = null;
        try {
            topic = SparkplugTopic.parse(message.topic());
            SparkplugPayload payload = PayloadReader.read(message.payload());
            new Exchange(message, topic, payload, context, out).run();
        } catch (SparkplugFault fault) {
            metrics.rejected.inc();
            context.output(QUALITY, QualityRecords.rejected(message, topic, List.of(fault)));
        }
    }

    /** One message and what becomes of it. */
    private final class Exchange {

        private final RawMessage message;
        private final SparkplugTopic topic;
        private final SparkplugPayload payload;
        private final Context context;
        private final Collector<RawMessage> out;

        private Exchange(
                RawMessage message,
                SparkplugTopic topic,
                SparkplugPayload payload,
                Context context,
                Collector<RawMessage> out) {
            this.message = message;
            this.topic = topic;
            this.payload = payload;
            this.context = context;
            this.out = out;
        }

        private void run() throws Exception {
            NodeSession stored = nodes.value();
            NodeSession node = stored == null ? new NodeSession() : stored;
            try {
                switch (topic.type()) {
                    case NBIRTH -> nodeBirth(node);
                    case NDEATH -> nodeDeath(node);
                    case DBIRTH, NDATA, DDATA, DDEATH -> inSequence(node);
                }
            } finally {
                // A fault too leaves its trace: when the node was asked.
                nodes.update(node);
            }
        }

        private void nodeBirth(NodeSession node) throws Exception {
            int seq = seq();
            long digest = NodeSession.digestOf(message);
            if (node.alive && node.hasSeen(seq, digest)) {
                repeat(seq);
                return;
            }
            node.beBorn(seq, bdSeq(), digest);
            metrics.born(context.getCurrentKey());
            birth(node, NODE);
        }

        /** The will of a connection that a newer one has replaced kills nobody. */
        private void nodeDeath(NodeSession node) throws SparkplugFault {
            int of = bdSeq();
            if (node.alive && (node.bdSeq < 0 || node.bdSeq == of)) {
                node.alive = false;
                metrics.died(context.getCurrentKey());
            } else {
                metrics.staleDeaths.inc();
            }
        }

        private void inSequence(NodeSession node) throws Exception {
            int seq = seq();
            if (!node.alive) {
                ask(node);
                throw new SparkplugFault("session", "no birth of the node", "a birth before it");
            }
            long digest = NodeSession.digestOf(message);
            int expected = node.expected();
            if (seq != expected && node.hasSeen(seq, digest)) {
                repeat(seq);
                return;
            }
            int missing = node.advance(seq, digest);
            if (missing > 0) {
                metrics.sequenceHoles.inc(missing);
                context.output(
                        QUALITY, QualityRecords.hole(message, topic, missing, expected, seq));
                ask(node);
            }
            switch (topic.type()) {
                case DBIRTH -> birth(node, topic.device());
                case DDEATH -> deviceDeath();
                default -> data(node);
            }
        }

        private void birth(NodeSession node, String device) throws Exception {
            DeviceSession stored = devices.get(device);
            DeviceSession session = stored == null ? new DeviceSession() : stored;
            boolean sameLife = session.alive && session.life == node.life;
            UnderstoodMetrics told = UnderstoodMetrics.ofBirth(payload);
            session.birth = node.birth;
            session.life = node.life;
            session.kind = kind();
            List<PlainMessage> messages = session.beBorn(sameLife, told.aliases(), told.known());
            devices.put(device, session);
            send(session, messages, told.faults());
        }

        private void deviceDeath() throws Exception {
            DeviceSession session = devices.get(topic.device());
            if (session != null) {
                session.alive = false;
                devices.put(topic.device(), session);
            }
        }

        private void data(NodeSession node) throws Exception {
            String device = topic.device() == null ? NODE : topic.device();
            DeviceSession session = devices.get(device);
            if (session == null || !session.alive || session.birth != node.birth) {
                ask(node);
                throw new SparkplugFault("session", "no birth of the device", "a birth before it");
            }
            UnderstoodMetrics understood = UnderstoodMetrics.ofData(payload, session);
            List<PlainMessage> messages = session.take(understood.known());
            devices.put(device, session);
            if (understood.needsRebirth()) {
                ask(node);
            }
            send(session, messages, understood.faults());
        }

        /** What was understood goes on, what was not is told: one record a message. */
        private void send(
                DeviceSession session, List<PlainMessage> messages, List<SparkplugFault> faults)
                throws Exception {
            List<SparkplugFault> all = new ArrayList<>(faults);
            try {
                send(session, messages);
            } catch (SparkplugFault noKind) {
                all.add(0, noKind);
            }
            if (!all.isEmpty()) {
                metrics.rejected.inc();
                context.output(QUALITY, QualityRecords.rejected(message, topic, all));
            }
        }

        private void send(DeviceSession session, List<PlainMessage> messages) throws Exception {
            if (messages.isEmpty()) {
                return;
            }
            EquipmentKind kind = kindOf(session);
            for (PlainMessage plain : messages) {
                out.collect(
                        new RawMessage(
                                Topics.mqtt(topic.group(), kind, topic.machineId(), plain.stream()),
                                plain.json(),
                                message.receivedAt(),
                                message.redelivered()));
            }
        }

        /** A device without a kind of its own is of its node's. */
        private EquipmentKind kindOf(DeviceSession session) throws Exception {
            DeviceSession node = session.kind == null ? devices.get(NODE) : session;
            String kind = node == null ? null : node.kind;
            return EquipmentKind.fromTopicName(String.valueOf(kind))
                    .orElseThrow(
                            () ->
                                    new SparkplugFault(
                                            MetricName.EQUIPMENT_KIND,
                                            kind,
                                            "haultruck, shovel, aux or fuelbay, in the birth of"
                                                    + " the device or its node"));
        }

        private String kind() {
            SparkplugMetric kind = payload.metric(MetricName.EQUIPMENT_KIND);
            return kind == null || kind.isNull() ? null : kind.value().text();
        }

        private int seq() throws SparkplugFault {
            Long seq = payload.seq();
            if (seq == null || seq < 0 || seq >= NodeSession.NUMBERS) {
                throw new SparkplugFault(
                        "seq", seq == null ? null : Long.toUnsignedString(seq), "0 to 255");
            }
            return seq.intValue();
        }

        /** Which connection a birth or death speaks of; -1 where it does not say. */
        private int bdSeq() throws SparkplugFault {
            SparkplugMetric metric = payload.metric(MetricName.BIRTH_DEATH_SEQUENCE);
            if (metric == null) {
                return -1;
            }
            long bits = metric.value().bits();
            if (bits < 0 || bits > Integer.MAX_VALUE) {
                throw new SparkplugFault(
                        MetricName.BIRTH_DEATH_SEQUENCE, Long.toUnsignedString(bits), "0 to 255");
            }
            return (int) bits;
        }

        private void repeat(int seq) {
            metrics.repeats.inc();
            context.output(QUALITY, QualityRecords.repeat(message, topic, seq));
        }

        private void ask(NodeSession node) {
            long now = context.timerService().currentProcessingTime();
            boolean asked = node.askedMillis != 0;
            if (asked && now - node.askedMillis < rebirthInterval.toMillis()) {
                return;
            }
            node.askedMillis = Math.max(1, now);
            metrics.rebirthsRequested.inc();
            context.output(COMMANDS, RebirthRequest.to(topic, now, rebirthInterval));
        }
    }
}
