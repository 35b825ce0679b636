package io.fueloptimine.jobs.simulator.scenario;

/**
 * A fault of limited duration: in the mine itself ({@link PhysicalFault}) or in the delivery of its
 * messages ({@link DeliveryFault}).
 */
public sealed interface ScenarioFault permits PhysicalFault, DeliveryFault {

    /** When the fault is active. */
    Span span();
}
