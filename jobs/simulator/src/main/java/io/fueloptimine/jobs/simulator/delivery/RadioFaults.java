package io.fueloptimine.jobs.simulator.delivery;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.DuplicateDelivery;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.OutOfOrder;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.RadioShadow;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import java.time.Instant;
import java.util.Comparator;

/**
 * Decides when and how often a message arrives, according to the faults of duplicated and delayed
 * messages and lost radio coverage. Thread-safe.
 */
final class RadioFaults {

    private final ActiveFaults<DuplicateDelivery> duplicates;
    private final ActiveFaults<OutOfOrder> delays;
    private final ActiveFaults<RadioShadow> shadows;
    private final MessageRandom random;

    RadioFaults(Scenario scenario, Instant scenarioStart, MessageRandom random) {
        this.duplicates = new ActiveFaults<>(DuplicateDelivery.class, scenario, scenarioStart);
        this.delays = new ActiveFaults<>(OutOfOrder.class, scenario, scenarioStart);
        this.shadows = new ActiveFaults<>(RadioShadow.class, scenario, scenarioStart);
        this.random = random;
    }

    /** Number of times that the message arrives, 1 or more. */
    int copies(MachineMessage message) {
        int copies = 1;
        for (ActiveFaults.Numbered<DuplicateDelivery> fault : duplicates.on(message)) {
            if (random.uniform(fault.draw(), message) < fault.fault().rate()) {
                copies++;
            }
        }
        return copies;
    }

    /** The simulated time at which the message arrives; not before the time in the message. */
    Instant dueAt(MachineMessage message) {
        Instant due = message.time();
        for (ActiveFaults.Numbered<OutOfOrder> fault : delays.on(message)) {
            if (random.uniform(fault.draw(), message) < fault.fault().rate()) {
                double share = random.uniform(fault.draw() + 1, message);
                due = due.plusMillis((long) (share * fault.fault().maxDelay().toMillis()));
            }
        }
        Instant sent = connectedFrom(message.machineId(), message.time());
        return sent.isAfter(due) ? sent : due;
    }

    /**
     * The first simulated time, at or after {@code time}, at which the machine has radio coverage.
     */
    private Instant connectedFrom(String machineId, Instant time) {
        return shadows.at(machineId, time).stream()
                .map(shadow -> shadows.endOf(shadow.fault()))
                .max(Comparator.naturalOrder())
                .map(end -> connectedFrom(machineId, end))
                .orElse(time);
    }
}
