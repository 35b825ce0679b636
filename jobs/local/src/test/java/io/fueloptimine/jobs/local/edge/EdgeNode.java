package io.fueloptimine.jobs.local.edge;

import io.fueloptimine.connectors.sparkplug.payload.PayloadWriter;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugDatatype;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugMetric;
import io.fueloptimine.connectors.sparkplug.payload.SparkplugPayload;
import io.fueloptimine.connectors.sparkplug.payload.WireValue;
import io.fueloptimine.jobs.simulator.message.MachineMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A Sparkplug edge node with machines behind it, as a mine would have: it reports by exception and
 * by alias, dies and is born again, and keeps back what it cannot send.
 */
final class EdgeNode {

    private final String site;
    private final String name;
    private final BiConsumer<String, byte[]> wire;
    private final Map<String, EdgeDevice> devices = new LinkedHashMap<>();
    private final List<MachineMessage> keptBack = new ArrayList<>();
    private boolean inShadow;
    private int seq = -1;
    private int bdSeq = -1;
    private long nowMillis;

    /**
     * @param said everything that its machines will say, which tells it their metrics
     * @param wire takes topics and payloads
     */
    EdgeNode(String site, String name, List<MachineMessage> said, BiConsumer<String, byte[]> wire) {
        this.site = site;
        this.name = name;
        this.wire = wire;
        for (MachineMessage message : said) {
            devices.computeIfAbsent(
                            message.machineId(), id -> new EdgeDevice(message.kind(), name + id))
                    .declare(message);
        }
    }

    void connect() {
        bdSeq++;
        devices.values().forEach(EdgeDevice::die);
        beBorn();
    }

    /** Passes a machine's message on, or keeps it back. */
    void tell(MachineMessage message) {
        nowMillis = message.time().toEpochMilli();
        if (inShadow) {
            keptBack.add(message);
            return;
        }
        EdgeDevice device = devices.get(message.machineId());
        if (device.isAlive()) {
            sendOf("DDATA", message.machineId(), device.changes(message));
        } else {
            List<SparkplugMetric> first = device.firstBirth(message);
            sendOf("DBIRTH", message.machineId(), first);
            if (!EdgeDevice.isTelemetry(message)) {
                sendOf("DDATA", message.machineId(), device.changes(message));
            }
        }
    }

    /** The process behind it ends and starts. */
    void restart() {
        die();
        bdSeq++;
        beBorn();
        birthsOfDevices();
    }

    /** Answers a host that asks who it is. */
    void rebirth() {
        if (!inShadow) {
            beBorn();
            birthsOfDevices();
        }
    }

    /** The broker publishes the will. */
    void enterShadow() {
        die();
        inShadow = true;
        devices.values().forEach(EdgeDevice::remember);
    }

    void leaveShadow() {
        inShadow = false;
        connect();
    }

    /** Sends what was kept back. */
    void catchUp() {
        for (MachineMessage message : keptBack) {
            EdgeDevice device = devices.get(message.machineId());
            if (!device.isAlive()) {
                sendOf("DBIRTH", message.machineId(), device.emptyBirth(nowMillis));
            }
            sendOf("DDATA", message.machineId(), device.historical(message));
        }
        keptBack.clear();
    }

    /** A message that nobody receives. */
    void loseOne() {
        seq = (seq + 1) & 255;
    }

    private void die() {
        send("NDEATH", new SparkplugPayload(nowMillis, null, List.of(connection())));
    }

    private void beBorn() {
        seq = -1;
        numbered("NBIRTH", null, List.of(connection()));
    }

    private void birthsOfDevices() {
        devices.forEach(
                (id, device) -> {
                    if (device.isAlive()) {
                        sendOf("DBIRTH", id, device.birth());
                    }
                });
    }

    private SparkplugMetric connection() {
        return SparkplugMetric.of(
                "bdSeq", nowMillis, SparkplugDatatype.INT64, WireValue.ofLong(bdSeq));
    }

    private void sendOf(String type, String device, List<SparkplugMetric> metrics) {
        numbered(type, device, metrics);
    }

    private void numbered(String type, String device, List<SparkplugMetric> metrics) {
        seq = (seq + 1) & 255;
        SparkplugPayload payload = new SparkplugPayload(nowMillis, (long) seq, metrics);
        send(device == null ? type : type + "/" + name + "/" + device, payload);
    }

    private void send(String path, SparkplugPayload payload) {
        String levels = path.contains("/") ? path : path + "/" + name;
        wire.accept("spBv1.0/" + site + "/" + levels, PayloadWriter.write(payload));
    }
}
