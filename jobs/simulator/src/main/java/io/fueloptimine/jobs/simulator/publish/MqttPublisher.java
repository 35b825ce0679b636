package io.fueloptimine.jobs.simulator.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes to a broker over several connections, MQTT 5 and QoS 1. Bounded in memory: see {@link
 * MqttSettings}. A machine keeps to one connection, so its messages keep their order. Thread-safe.
 */
public final class MqttPublisher implements MessagePublisher {

    private final List<PublishLane> lanes;

    private MqttPublisher(List<PublishLane> lanes) {
        this.lanes = lanes;
    }

    /**
     * Opens all connections.
     *
     * @throws LinkException when one of them fails; none is left open. Connections lost later come
     *     back by themselves
     */
    public static MqttPublisher connect(MqttSettings settings)
            throws LinkException, InterruptedException {
        List<MqttLink> links = new ArrayList<>();
        try {
            for (int i = 0; i < settings.connections(); i++) {
                links.add(HiveMqLink.connect(settings, clientId(settings, i)));
            }
        } catch (LinkException | InterruptedException e) {
            links.forEach(MqttLink::close);
            throw e;
        }
        List<PublishLane> lanes = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            String clientId = clientId(settings, i);
            lanes.add(
                    new PublishLane(
                            clientId,
                            links.get(i),
                            () -> HiveMqLink.connect(settings, clientId),
                            settings.maxPendingPerConnection(),
                            settings.maxInFlightPerConnection()));
        }
        lanes.forEach(PublishLane::start);
        return new MqttPublisher(lanes);
    }

    private static String clientId(MqttSettings settings, int index) {
        return settings.clientIdPrefix() + "-" + index;
    }

    @Override
    public void offer(OutboundMessage message) throws InterruptedException {
        lanes.get(Math.floorMod(message.machineId().hashCode(), lanes.size())).offer(message);
    }

    @Override
    public PublishCounts figures() {
        return lanes.stream()
                .map(PublishLane::figures)
                .reduce(PublishCounts.NONE, PublishCounts::plus);
    }

    @Override
    public boolean awaitEmpty(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean empty = true;
        for (PublishLane lane : lanes) {
            empty &= lane.awaitEmpty(deadline - System.nanoTime());
        }
        return empty;
    }

    @Override
    public void close() {
        lanes.forEach(PublishLane::close);
    }
}
