package io.fueloptimine.jobs.simulator.delivery;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.publish.MessagePublisher;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The way of a message from the machine's controller to the outlet: sensor faults, wire form,
 * payload faults, radio faults. Works in mine time; the same seed, scenario and messages give the
 * same bytes in the same order. Not thread-safe, except for {@link #figures()}.
 */
public final class MessageDelivery {

    /** Some 100 MB; beyond it the oldest held message is let through early. */
    static final int MAX_HELD = 200_000;

    private record Held(Instant dueAt, long order, OutboundMessage message) {}

    private final WireFormat format;
    private final SensorFaults sensorFaults;
    private final PayloadFaults payloadFaults;
    private final RadioFaults radioFaults;
    private final MessagePublisher outlet;
    private final PriorityQueue<Held> held =
            new PriorityQueue<>(Comparator.comparing(Held::dueAt).thenComparingLong(Held::order));

    private long order;
    private volatile DeliveryCounts figures = new DeliveryCounts(0, 0, 0, 0, 0, 0);

    /**
     * @param site the mine's name
     * @param scenarioStart the moment in mine time from which the scenario's offsets count
     * @param outlet takes what arrives, in the order of arrival
     */
    public MessageDelivery(
            String site,
            Scenario scenario,
            Instant scenarioStart,
            long seed,
            MessagePublisher outlet) {
        MessageRandom dice = new MessageRandom(seed);
        this.format = new WireFormat(site);
        this.sensorFaults = new SensorFaults(scenario, scenarioStart);
        this.payloadFaults = new PayloadFaults(scenario, scenarioStart, format, dice);
        this.radioFaults = new RadioFaults(scenario, scenarioStart, dice);
        this.outlet = outlet;
    }

    /** Sends one message on its way. Messages come in the order of their times. */
    public void accept(MachineMessage uttered) throws InterruptedException {
        releaseUntil(uttered.time());
        Optional<MachineMessage> said = sensorFaults.apply(uttered);
        if (said.isEmpty()) {
            count(1, 1, 0, 0, 0);
            return;
        }
        boolean corrupt = payloadFaults.hits(uttered);
        byte[] payload =
                corrupt ? payloadFaults.brokenBytesOf(said.get()) : format.jsonOf(said.get());
        OutboundMessage message =
                new OutboundMessage(uttered.machineId(), format.topicOf(uttered), payload);
        int copies = radioFaults.copies(uttered);
        Instant dueAt = radioFaults.dueAt(uttered);
        boolean delayed = dueAt.isAfter(uttered.time());
        for (int copy = 0; copy < copies; copy++) {
            if (delayed) {
                hold(message, dueAt);
            } else {
                outlet.offer(message);
            }
        }
        count(1, 0, corrupt ? 1 : 0, copies - 1, delayed ? copies : 0);
    }

    /** Delivers everything that is due by now. */
    public void releaseUntil(Instant mineTime) throws InterruptedException {
        while (!held.isEmpty() && !held.peek().dueAt().isAfter(mineTime)) {
            outlet.offer(held.poll().message());
        }
    }

    /** Delivers everything that is still held, in the order in which it would have been due. */
    public void releaseAll() throws InterruptedException {
        releaseUntil(Instant.MAX);
        count(0, 0, 0, 0, 0);
    }

    /** What happened so far. Any thread may ask. */
    public DeliveryCounts figures() {
        return figures;
    }

    private void hold(OutboundMessage message, Instant dueAt) throws InterruptedException {
        held.add(new Held(dueAt, order++, message));
        if (held.size() > MAX_HELD) {
            outlet.offer(held.poll().message());
        }
    }

    private void count(long uttered, long silenced, long corrupted, long duplicates, long delayed) {
        DeliveryCounts old = figures;
        figures =
                new DeliveryCounts(
                        old.uttered() + uttered,
                        old.silenced() + silenced,
                        old.corrupted() + corrupted,
                        old.duplicates() + duplicates,
                        old.delayed() + delayed,
                        held.size());
    }
}
