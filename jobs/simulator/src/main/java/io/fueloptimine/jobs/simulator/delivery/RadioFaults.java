package io.fueloptimine.jobs.simulator.delivery;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.DuplicateDelivery;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.OutOfOrder;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault.RadioShadow;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import java.time.Instant;

/** When and how often the radio delivers a message. Thread-safe. */
public final class RadioFaults {

    private final ActiveFaults<DuplicateDelivery> duplicates;
    private final ActiveFaults<OutOfOrder> disorders;
    private final ActiveFaults<RadioShadow> shadows;
    private final MessageRandom dice;

    RadioFaults(Scenario scenario, Instant scenarioStart, MessageRandom dice) {
        this.duplicates = new ActiveFaults<>(DuplicateDelivery.class, scenario, scenarioStart);
        this.disorders = new ActiveFaults<>(OutOfOrder.class, scenario, scenarioStart);
        this.shadows = new ActiveFaults<>(RadioShadow.class, scenario, scenarioStart);
        this.dice = dice;
    }

    /** How often the message arrives, 1 or more. */
    int copies(MachineMessage uttered) {
        int copies = 1;
        for (ActiveFaults.Numbered<DuplicateDelivery> fault : duplicates.on(uttered)) {
            if (dice.roll(fault.question(), uttered) < fault.fault().rate()) {
                copies++;
            }
        }
        return copies;
    }

    /** When it arrives: its own time, or later. */
    Instant dueAt(MachineMessage uttered) {
        Instant due = uttered.time();
        for (ActiveFaults.Numbered<OutOfOrder> fault : disorders.on(uttered)) {
            if (dice.roll(fault.question(), uttered) < fault.fault().rate()) {
                double share = dice.roll(fault.question() + 1, uttered);
                due = due.plusMillis((long) (share * fault.fault().maxDelay().toMillis()));
            }
        }
        for (ActiveFaults.Numbered<RadioShadow> fault : shadows.on(uttered)) {
            Instant end = shadows.endOf(fault.fault());
            due = end.isAfter(due) ? end : due;
        }
        return due;
    }
}
