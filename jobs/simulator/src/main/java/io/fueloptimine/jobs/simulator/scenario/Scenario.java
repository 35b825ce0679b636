package io.fueloptimine.jobs.simulator.scenario;

import java.util.List;

/**
 * The faults of a simulation run. Immutable.
 *
 * @param name name of the scenario
 * @param faults the faults, in the order of the scenario file
 */
public record Scenario(String name, List<ScenarioFault> faults) {

    /** A scenario without faults. */
    public static final Scenario UNDISTURBED = new Scenario("undisturbed", List.of());

    public Scenario {
        faults = List.copyOf(faults);
    }

    /** The faults of machines, roads and weather in this scenario. */
    public List<PhysicalFault> physicalFaults() {
        return only(PhysicalFault.class);
    }

    /** The faults of sensors, clocks and radio in this scenario. */
    public List<DeliveryFault> deliveryFaults() {
        return only(DeliveryFault.class);
    }

    private <F extends ScenarioFault> List<F> only(Class<F> kind) {
        return faults.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
