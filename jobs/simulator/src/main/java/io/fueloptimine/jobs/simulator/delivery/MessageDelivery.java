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
 * Delivers machine messages to a publisher and applies the scenario's delivery faults: sensor
 * faults, payload faults, radio faults. Messages of a machine without radio coverage are held until
 * the coverage returns.
 *
 * <p>All delays are in simulated time. The same seed, scenario and messages give the same bytes in
 * the same order. Not thread-safe; only {@link #counts()} may be called from any thread.
 */
public final class MessageDelivery {

    /**
     * The maximum number of held messages, which need about 100 MB of memory. Above this limit the
     * oldest held message is delivered early.
     */
    static final int MAX_HELD = 200_000;

    private record Held(Instant dueAt, long order, OutboundMessage message) {}

    private final WireFormat format;
    private final SensorFaults sensorFaults;
    private final PayloadFaults payloadFaults;
    private final RadioFaults radioFaults;
    private final MessagePublisher publisher;
    private final PriorityQueue<Held> held =
            new PriorityQueue<>(Comparator.comparing(Held::dueAt).thenComparingLong(Held::order));

    private long order;
    private volatile DeliveryCounts counts = DeliveryCounts.NONE;

    /**
     * @param site the site's name
     * @param scenarioStart simulated time at which the scenario begins
     * @param publisher receives the messages in the order of arrival
     */
    public MessageDelivery(
            String site,
            Scenario scenario,
            Instant scenarioStart,
            long seed,
            MessagePublisher publisher) {
        MessageRandom random = new MessageRandom(seed);
        this.format = new WireFormat(site);
        this.sensorFaults = new SensorFaults(scenario, scenarioStart);
        this.payloadFaults = new PayloadFaults(scenario, scenarioStart, format, random);
        this.radioFaults = new RadioFaults(scenario, scenarioStart, random);
        this.publisher = publisher;
    }

    /** Delivers one message. Messages must come in the order of their times. */
    public void accept(MachineMessage produced) throws InterruptedException {
        releaseUntil(produced.time());
        Optional<MachineMessage> sent = sensorFaults.apply(produced);
        if (sent.isEmpty()) {
            count(1, 1, 0, 0, 0);
            return;
        }
        boolean corrupt = payloadFaults.applyTo(produced);
        byte[] payload =
                corrupt ? payloadFaults.corruptedPayload(sent.get()) : format.jsonOf(sent.get());
        OutboundMessage message =
                new OutboundMessage(produced.machineId(), format.topicOf(produced), payload);
        int copies = radioFaults.copies(produced);
        Instant dueAt = radioFaults.dueAt(produced);
        boolean delayed = dueAt.isAfter(produced.time());
        for (int copy = 0; copy < copies; copy++) {
            if (delayed) {
                hold(message, dueAt);
            } else {
                publisher.publish(message);
            }
        }
        count(1, 0, corrupt ? 1 : 0, copies - 1, delayed ? copies : 0);
    }

    /** Delivers all held messages that are due at or before the given simulated time. */
    public void releaseUntil(Instant mineTime) throws InterruptedException {
        while (!held.isEmpty() && !held.peek().dueAt().isAfter(mineTime)) {
            publisher.publish(held.poll().message());
        }
    }

    /** Delivers all held messages, in the order of their due times. */
    public void releaseAll() throws InterruptedException {
        releaseUntil(Instant.MAX);
        count(0, 0, 0, 0, 0);
    }

    /** The counts so far. May be called by any thread. */
    public DeliveryCounts counts() {
        return counts;
    }

    private void hold(OutboundMessage message, Instant dueAt) throws InterruptedException {
        held.add(new Held(dueAt, order++, message));
        if (held.size() > MAX_HELD) {
            publisher.publish(held.poll().message());
        }
    }

    private void count(
            long produced, long silenced, long corrupted, long duplicates, long delayed) {
        DeliveryCounts old = counts;
        counts =
                new DeliveryCounts(
                        old.produced() + produced,
                        old.silenced() + silenced,
                        old.corrupted() + corrupted,
                        old.duplicates() + duplicates,
                        old.delayed() + delayed,
                        held.size());
    }
}
