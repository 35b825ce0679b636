package io.fueloptimine.jobs.simulator.scenario;

/**
 * Something that goes wrong for a while: in the mine itself ({@link PhysicalFault}) or on the way
 * of its messages ({@link DeliveryFault}).
 */
public sealed interface Fault permits PhysicalFault, DeliveryFault {

    /** When it acts. */
    Span span();
}
