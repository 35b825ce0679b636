package io.fueloptimine.connectors.sparkplug.session;

import io.fueloptimine.connectors.sparkplug.SparkplugTopic;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugFault;
import io.fueloptimine.models.mine.EquipmentKind;
import io.fueloptimine.models.mine.RawMessage;
import io.fueloptimine.models.mine.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Processes one message of an edge node. Used once. */
final class EdgeMessageHandler {

    private final SessionState sessions;
    private final EdgeMessage message;
    private final SparkplugTopic topic;
    private final KeyedProcessFunction<String, RawMessage, RawMessage>.Context context;
    private final Collector<RawMessage> out;

    EdgeMessageHandler(
            SessionState sessions,
            EdgeMessage message,
            KeyedProcessFunction<String, RawMessage, RawMessage>.Context context,
            Collector<RawMessage> out) {
        this.sessions = sessions;
        this.message = message;
        this.topic = message.topic();
        this.context = context;
        this.out = out;
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
        } finally {
            // After a fault too, because the time of a rebirth request must be kept.
            sessions.node().update(node);
        }
    }

    private void nodeBirth(NodeSession node) throws Exception {
        int seq = message.seq();
        long digest = NodeSession.digestOf(message.raw());
        if (node.alive && node.hasSeen(seq, digest)) {
            repeat(seq);
            return;
        }
        node.startSession(seq, message.bdSeq(), digest);
        node.kind = message.kind();
        sessions.metrics().birth(context.getCurrentKey());
        birth(node, SessionState.NODE);
    }

    /** Ignores the will of a connection that a newer one has replaced. */
    private void nodeDeath(NodeSession node) throws SparkplugFault {
        int of = message.bdSeq();
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
            requestRebirth(node);
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
            requestRebirth(node);
        }
        switch (topic.type()) {
            case DBIRTH -> birth(node, topic.device());
            case DDEATH -> deviceDeath();
            default -> data(node);
        }
    }

    private void birth(NodeSession node, String device) throws Exception {
        DeviceSession stored = sessions.devices().get(device);
        DeviceSession session = stored == null ? new DeviceSession() : stored;
        boolean sameConnection = session.alive && session.nodeConnections == node.connections;
        ResolvedMetrics metrics = ResolvedMetrics.ofBirth(message.payload());
        session.nodeBirths = node.births;
        session.nodeConnections = node.connections;
        session.kind = message.kind();
        List<ReadingMessage> messages =
                session.startSession(sameConnection, metrics.aliases(), metrics.known());
        sessions.devices().put(device, session);
        send(node, session, messages, metrics.faults());
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
            requestRebirth(node);
            throw new SparkplugFault("session", "no birth of the device", "a birth before it");
        }
        ResolvedMetrics resolved = ResolvedMetrics.ofData(message.payload(), session);
        List<ReadingMessage> messages = session.apply(resolved.known());
        sessions.devices().put(device, session);
        if (resolved.needsRebirth()) {
            requestRebirth(node);
        }
        send(node, session, messages, resolved.faults());
    }

    /** Emits the readings, and one quality record for all faults of the message. */
    private void send(
            NodeSession node,
            DeviceSession session,
            List<ReadingMessage> messages,
            List<SparkplugFault> faults)
            throws Exception {
        List<SparkplugFault> all = new ArrayList<>(faults);
        try {
            send(node, session, messages);
        } catch (SparkplugFault unknownKind) {
            all.add(0, unknownKind);
        }
        if (!all.isEmpty()) {
            sessions.metrics().rejected.inc();
            context.output(
                    TrackEdgeNodes.QUALITY, QualityRecords.rejected(message.raw(), topic, all));
        }
    }

    private void send(NodeSession node, DeviceSession session, List<ReadingMessage> messages)
            throws Exception {
        if (messages.isEmpty()) {
            return;
        }
        EquipmentKind kind = kindOf(node, session);
        for (ReadingMessage reading : messages) {
            out.collect(
                    new RawMessage(
                            Topics.mqtt(topic.group(), kind, topic.machineId(), reading.stream()),
                            reading.json(),
                            message.raw().receivedAt(),
                            message.raw().redelivered()));
        }
    }

    /** The device's kind, else the node's. */
    private EquipmentKind kindOf(NodeSession node, DeviceSession session) throws Exception {
        String kind = session.kind != null ? session.kind : kindOf(node);
        return EquipmentKind.fromTopicName(String.valueOf(kind))
                .orElseThrow(
                        () ->
                                new SparkplugFault(
                                        MetricName.EQUIPMENT_KIND,
                                        kind,
                                        "haultruck, shovel, aux or fuelbay, in the birth of"
                                                + " the device or its node"));
    }

    /** Falls back to the kind in the session of the node's own metrics. */
    private String kindOf(NodeSession node) throws Exception {
        DeviceSession own = sessions.devices().get(SessionState.NODE);
        return node.kind != null || own == null ? node.kind : own.kind;
    }

    private void repeat(int seq) {
        sessions.metrics().repeats.inc();
        context.output(TrackEdgeNodes.QUALITY, QualityRecords.repeat(message.raw(), topic, seq));
    }

    private void requestRebirth(NodeSession node) {
        long now = context.timerService().currentProcessingTime();
        boolean requestedBefore = node.rebirthRequestedMillis != 0;
        if (requestedBefore
                && now - node.rebirthRequestedMillis < sessions.rebirthInterval().toMillis()) {
            return;
        }
        node.rebirthRequestedMillis = Math.max(1, now);
        sessions.metrics().rebirthsRequested.inc();
        context.output(
                TrackEdgeNodes.COMMANDS, RebirthRequest.to(topic, now, sessions.rebirthInterval()));
    }
}
