package io.fueloptimine.jobs.simulator.delivery;

import io.fueloptimine.jobs.simulator.message.MachineMessage;
import io.fueloptimine.jobs.simulator.scenario.DeliveryFault;
import io.fueloptimine.jobs.simulator.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the delivery faults of type {@code F} that apply to a message. Immutable. */
final class ActiveFaults<F extends DeliveryFault> {

    /**
     * A fault and the number of its first random draw. Each fault has its own range of draw
     * numbers, so that the random numbers of different faults are independent.
     *
     * @param draw number of the fault's first random draw
     */
    record Numbered<F extends DeliveryFault>(int draw, F fault) {}

    private static final int DRAWS_PER_FAULT = 4;

    private final Instant scenarioStart;
    private final Map<String, List<Numbered<F>>> faultsByMachine = new HashMap<>();

    ActiveFaults(Class<F> kind, Scenario scenario, Instant scenarioStart) {
        this.scenarioStart = scenarioStart;
        List<DeliveryFault> faults = scenario.deliveryFaults();
        for (int i = 0; i < faults.size(); i++) {
            if (kind.isInstance(faults.get(i))) {
                add(new Numbered<>(i * DRAWS_PER_FAULT, kind.cast(faults.get(i))));
            }
        }
    }

    private void add(Numbered<F> fault) {
        for (String machineId : fault.fault().machineIds()) {
            faultsByMachine.computeIfAbsent(machineId, id -> new ArrayList<>()).add(fault);
        }
    }

    /** The faults that apply to the message, in the order of the scenario. */
    List<Numbered<F>> on(MachineMessage message) {
        return at(message.machineId(), message.time());
    }

    /** The faults that apply to a machine at a time, in the order of the scenario. */
    List<Numbered<F>> at(String machineId, Instant time) {
        List<Numbered<F>> faults = faultsByMachine.get(machineId);
        if (faults == null) {
            return List.of();
        }
        return faults.stream()
                .filter(fault -> fault.fault().span().contains(scenarioStart, time))
                .toList();
    }

    /** The end of the fault, exclusive. */
    Instant endOf(F fault) {
        return fault.span().until(scenarioStart);
    }
}
