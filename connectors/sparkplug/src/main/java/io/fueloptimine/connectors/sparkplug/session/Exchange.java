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

/** One message of an edge node and what becomes of it. Used once. */
final class Exchange {

    private final Sessions sessions;
    private final EdgeMessage message;
    private final SparkplugTopic topic;
    private final KeyedProcessFunction<String, RawMessage, RawMessage>.Context context;
    private final Collector<RawMessage> out;

    Exchange(
            Sessions sessions,
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
            // A fault too leaves its trace: when the node was asked.
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
        node.beBorn(seq, message.bdSeq(), digest);
        node.kind = message.kind();
        sessions.metrics().born(context.getCurrentKey());
        birth(node, Sessions.NODE);
    }

    /** The will of a connection that a newer one has replaced kills nobody. */
    private void nodeDeath(NodeSession node) throws SparkplugFault {
        int of = message.bdSeq();
        if (node.alive && (node.bdSeq < 0 || node.bdSeq == of)) {
            node.alive = false;
            sessions.metrics().died(context.getCurrentKey());
        } else {
            sessions.metrics().staleDeaths.inc();
        }
    }

    private void inSequence(NodeSession node) throws Exception {
        int seq = message.seq();
        if (!node.alive) {
            ask(node);
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
            sessions.metrics().sequenceHoles.inc(missing);
            context.output(
                    FollowSessions.QUALITY,
                    QualityRecords.hole(message.raw(), topic, missing, expected, seq));
            ask(node);
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
        boolean sameLife = session.alive && session.life == node.life;
        UnderstoodMetrics told = UnderstoodMetrics.ofBirth(message.payload());
        session.birth = node.birth;
        session.life = node.life;
        session.kind = message.kind();
        List<PlainMessage> messages = session.beBorn(sameLife, told.aliases(), told.known());
        sessions.devices().put(device, session);
        send(node, session, messages, told.faults());
    }

    private void deviceDeath() throws Exception {
        DeviceSession session = sessions.devices().get(topic.device());
        if (session != null) {
            session.alive = false;
            sessions.devices().put(topic.device(), session);
        }
    }

    private void data(NodeSession node) throws Exception {
        String device = topic.device() == null ? Sessions.NODE : topic.device();
        DeviceSession session = sessions.devices().get(device);
        if (session == null || !session.alive || session.birth != node.birth) {
            ask(node);
            throw new SparkplugFault("session", "no birth of the device", "a birth before it");
        }
        UnderstoodMetrics understood = UnderstoodMetrics.ofData(message.payload(), session);
        List<PlainMessage> messages = session.take(understood.known());
        sessions.devices().put(device, session);
        if (understood.needsRebirth()) {
            ask(node);
        }
        send(node, session, messages, understood.faults());
    }

    /** What was understood goes on, what was not is told: one record a message. */
    private void send(
            NodeSession node,
            DeviceSession session,
            List<PlainMessage> messages,
            List<SparkplugFault> faults)
            throws Exception {
        List<SparkplugFault> all = new ArrayList<>(faults);
        try {
            send(node, session, messages);
        } catch (SparkplugFault noKind) {
            all.add(0, noKind);
        }
        if (!all.isEmpty()) {
            sessions.metrics().rejected.inc();
            context.output(
                    FollowSessions.QUALITY, QualityRecords.rejected(message.raw(), topic, all));
        }
    }

    private void send(NodeSession node, DeviceSession session, List<PlainMessage> messages)
            throws Exception {
        if (messages.isEmpty()) {
            return;
        }
        EquipmentKind kind = kindOf(node, session);
        for (PlainMessage plain : messages) {
            out.collect(
                    new RawMessage(
                            Topics.mqtt(topic.group(), kind, topic.machineId(), plain.stream()),
                            plain.json(),
                            message.raw().receivedAt(),
                            message.raw().redelivered()));
        }
    }

    /** A device without a kind of its own is of its node's. */
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

    /** Nodes born under an earlier version have theirs among their own metrics only. */
    private String kindOf(NodeSession node) throws Exception {
        DeviceSession own = sessions.devices().get(Sessions.NODE);
        return node.kind != null || own == null ? node.kind : own.kind;
    }

    private void repeat(int seq) {
        sessions.metrics().repeats.inc();
        context.output(FollowSessions.QUALITY, QualityRecords.repeat(message.raw(), topic, seq));
    }

    private void ask(NodeSession node) {
        long now = context.timerService().currentProcessingTime();
        boolean asked = node.askedMillis != 0;
        if (asked && now - node.askedMillis < sessions.rebirthInterval().toMillis()) {
            return;
        }
        node.askedMillis = Math.max(1, now);
        sessions.metrics().rebirthsRequested.inc();
        context.output(
                FollowSessions.COMMANDS, RebirthRequest.to(topic, now, sessions.rebirthInterval()));
    }
}
