package io.fueloptimine.jobs.simulator.scenario;

/**
 * A fault of limited duration: in the mine itself ({@link PhysicalFault}) or in the delivery of the
 * mine's messages ({@link DeliveryFault}).
 */
public sealed interface ScenarioFault permits PhysicalFault, DeliveryFault {

    /** The period in which the fault is active. */
    Span span();
}
