package io.fueloptimine.jobs.simulator.delivery;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The faults of one kind that act on a message at its time. Immutable. */
public final class ActiveFaults<F extends DeliveryFault> {

    /**
     * One fault and its place in the scenario, which tells its dice apart from the others'.
     *
     * @param question from 0, in steps that leave room for several rolls a fault
     */
    record Numbered<F extends DeliveryFault>(int question, F fault) {}

    private static final int ROLLS_PER_FAULT = 4;

    private final Instant scenarioStart;
    private final Map<String, List<Numbered<F>>> faultsByMachine = new HashMap<>();

    ActiveFaults(Class<F> kind, Scenario scenario, Instant scenarioStart) {
        this.scenarioStart = scenarioStart;
        List<DeliveryFault> faults = scenario.deliveryFaults();
        for (int i = 0; i < faults.size(); i++) {
            if (kind.isInstance(faults.get(i))) {
                file(new Numbered<>(i * ROLLS_PER_FAULT, kind.cast(faults.get(i))));
            }
        }
    }

    private void file(Numbered<F> fault) {
        for (String machineId : fault.fault().machineIds()) {
            faultsByMachine.computeIfAbsent(machineId, id -> new ArrayList<>()).add(fault);
        }
    }

    /** Those that act on the message, in the scenario's order. */
    List<Numbered<F>> on(MachineMessage message) {
        List<Numbered<F>> filed = faultsByMachine.get(message.machineId());
        if (filed == null) {
            return List.of();
        }
        return filed.stream()
                .filter(fault -> fault.fault().span().contains(scenarioStart, message.time()))
                .toList();
    }

    Instant endOf(F fault) {
        return fault.span().until(scenarioStart);
    }
}
