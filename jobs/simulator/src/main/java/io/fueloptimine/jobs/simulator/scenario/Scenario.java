package io.fueloptimine.jobs.simulator.scenario;

import java.util.List;

/**
 * What goes wrong in a run, and when. Immutable.
 *
 * @param name what the scenario is called
 * @param faults its faults, in the file's order
 */
public record Scenario(String name, List<Fault> faults) {

    /** Nothing goes wrong. */
    public static final Scenario UNDISTURBED = new Scenario("undisturbed", List.of());

    public Scenario {
        faults = List.copyOf(faults);
    }

    /** The faults of the mine itself. */
    public List<PhysicalFault> physicalFaults() {
        return only(PhysicalFault.class);
    }

    /** The faults on the way of its messages. */
    public List<DeliveryFault> deliveryFaults() {
        return only(DeliveryFault.class);
    }

    private <F extends Fault> List<F> only(Class<F> kind) {
        return faults.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
