package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.models.mine.Topics;
import io.fueloptimine.models.mine.reading.RawMessage;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Processes one message of an edge node. Use an instance for one message. */
final class EdgeMessageHandler {

    private final SessionState sessions;
    private final EdgeMessage message;
    private final SparkplugTopic topic;
    private final Optional<SparkplugFault> foreignDevice;
    private final KeyedProcessFunction<String, RawMessage, RawMessage>.Context context;
    private final Collector<RawMessage> out;
    private final List<SparkplugFault> faults;

    /** The reason why readings were not emitted; null if all readings were emitted. */
    private SparkplugFault unsent;

    /**
     * @param foreignDevice the reason why the edge node may not send messages about the device;
     *     empty if it may
     */
    EdgeMessageHandler(
            SessionState sessions,
            EdgeMessage message,
            Optional<SparkplugFault> foreignDevice,
            KeyedProcessFunction<String, RawMessage, RawMessage>.Context context,
            Collector<RawMessage> out) {
        this.sessions = sessions;
        this.message = message;
        this.topic = message.topic();
        this.foreignDevice = foreignDevice;
        this.context = context;
        this.out = out;
        this.faults = new ArrayList<>(message.payload().faults());
    }

    void run() throws Exception {
        NodeSession stored = sessions.node().value();
        NodeSession node = stored == null ? new NodeSession() : stored;
        try {
            switch (topic.type()) {
                case NBIRTH -> nodeBirth(node);
                case NDEATH -> nodeDeath(node);
                case DBIRTH, NDATA, DDATA, DDEATH -> inSequence(node);
            }
        } catch (SparkplugFault fault) {
            faults.add(0, fault);
        }
        sessions.node().update(node);
        report();
    }

    private void nodeBirth(NodeSession node) throws Exception {
        int seq = message.seq();
        long digest = NodeSession.digestOf(message.raw());
        if (node.alive && node.hasSeen(seq, digest)) {
            repeat(seq);
            return;
        }
        node.startSession(seq, message.bdSeq(faults), digest);
        node.kind = message.kind(faults);
        sessions.metrics().birth(context.getCurrentKey());
        birth(node, SessionState.NODE, node.kind);
    }

    /**
     * Processes the death message of an edge node. It is ignored if it belongs to a connection that
     * a newer connection has replaced.
     */
    private void nodeDeath(NodeSession node) {
        int of = message.bdSeq(faults);
        if (node.alive && (node.bdSeq < 0 || node.bdSeq == of)) {
            node.alive = false;
            sessions.metrics().death(context.getCurrentKey());
        } else {
            sessions.metrics().staleDeaths.inc();
        }
    }

    private void inSequence(NodeSession node) throws Exception {
        int seq = message.seq();
        if (!node.alive) {
            requestRebirth(node, sessions.devices().get(SessionState.NODE));
            throw new SparkplugFault("session", "no birth of the node", "a birth before it");
        }
        long digest = NodeSession.digestOf(message.raw());
        int expected = node.expected();
        if (seq != expected && node.hasSeen(seq, digest)) {
            repeat(seq);
            return;
        }
        int missing = node.advance(seq, digest);
        if (missing > 0) {
            sessions.metrics().sequenceGaps.inc(missing);
            context.output(
                    TrackEdgeNodes.QUALITY,
                    QualityRecords.sequenceGap(message.raw(), topic, missing, expected, seq));
            requestRebirth(node, null);
        }
        if (foreignDevice.isPresent()) {
            refuse(foreignDevice.get());
            return;
        }
        switch (topic.type()) {
            case DBIRTH -> birth(node, topic.device(), message.kind(faults));
            case DDEATH -> deviceDeath();
            default -> data(node);
        }
    }

    private void birth(NodeSession node, String device, String kind) throws Exception {
        DeviceSession stored = sessions.devices().get(device);
        DeviceSession session = stored == null ? new DeviceSession() : stored;
        boolean sameConnection = session.alive && session.nodeConnections == node.connections;
        session.nodeBirths = node.births;
        session.nodeConnections = node.connections;
        session.kind = kind;
        BirthMetrics metrics = BirthMetrics.of(message.payload());
        faults.addAll(metrics.faults());
        session.startSession(sameConnection, metrics, readings(node, session));
        sessions.devices().put(device, session);
    }

    private void deviceDeath() throws Exception {
        DeviceSession session = sessions.devices().get(topic.device());
        if (session != null) {
            session.alive = false;
            sessions.devices().put(topic.device(), session);
        }
    }

    private void data(NodeSession node) throws Exception {
        String device = topic.device() == null ? SessionState.NODE : topic.device();
        DeviceSession session = sessions.devices().get(device);
        if (session == null || !session.alive || session.nodeBirths != node.births) {
            requestRebirth(node, session);
            throw new SparkplugFault("session", "no birth of the device", "a birth before it");
        }
        DataMetrics metrics = DataMetrics.of(message.payload(), session);
        faults.addAll(metrics.faults());
        session.apply(metrics.values(), readings(node, session));
        sessions.devices().put(device, session);
        if (metrics.needsRebirth()) {
            requestRebirth(node, session);
        }
    }

    private Readings readings(NodeSession node, DeviceSession session) throws Exception {
        String name = session.kind != null ? session.kind : kindOf(node);
        Optional<EquipmentKind> kind = EquipmentKind.fromTopicName(String.valueOf(name));
        if (kind.isPresent()) {
            return new Readings(reading -> send(kind.get(), reading), faults);
        }
        SparkplugFault unknown =
                new SparkplugFault(
                        MetricName.EQUIPMENT_KIND,
                        name,
                        "haultruck, shovel, aux or fuelbay, in the birth of the device or its"
                                + " node");
        return new Readings(reading -> unsent = unknown, faults);
    }

    private void send(EquipmentKind kind, ReadingMessage reading) {
        out.collect(
                new RawMessage(
                        Topics.mqtt(topic.group(), kind, topic.machineId(), reading.stream()),
                        reading.json(),
                        message.raw().receivedAt(),
                        message.raw().redelivered()));
    }

    /** Emits one quality record for all faults of the message. */
    private void report() {
        if (unsent != null) {
            faults.add(0, unsent);
        }
        if (!faults.isEmpty()) {
            sessions.metrics().rejected.inc();
            context.output(
                    TrackEdgeNodes.QUALITY, QualityRecords.rejected(message.raw(), topic, faults));
        }
    }

    /**
     * The kind of machine in the edge node's birth message, or the kind in the session of the edge
     * node's own metrics if the former is missing.
     */
    private String kindOf(NodeSession node) throws Exception {
        DeviceSession own = sessions.devices().get(SessionState.NODE);
        return node.kind != null || own == null ? node.kind : own.kind;
    }

    /** Rejects the message. Only its sequence number is used. */
    private void refuse(SparkplugFault fault) {
        faults.clear();
        sessions.metrics().undeclared.inc();
        context.output(
                TrackEdgeNodes.QUALITY, QualityRecords.undeclared(message.raw(), topic, fault));
    }

    private void repeat(int seq) {
        faults.clear();
        sessions.metrics().repeats.inc();
        context.output(TrackEdgeNodes.QUALITY, QualityRecords.repeat(message.raw(), topic, seq));
    }

    /**
     * @param session the session whose birth message is missing or lacks a metric; null if there is
     *     no session
     */
    private void requestRebirth(NodeSession node, DeviceSession session) {
        long now = context.timerService().currentProcessingTime();
        int unreadable = session == null ? 0 : session.unreadableBirths;
        if (!node.mayRequestRebirth(now, sessions.rebirthInterval(), unreadable)) {
            return;
        }
        node.rebirthRequestedMillis = Math.max(1, now);
        sessions.metrics().rebirthsRequested.inc();
        context.output(
                TrackEdgeNodes.COMMANDS, RebirthRequest.to(topic, now, sessions.rebirthInterval()));
    }
}
