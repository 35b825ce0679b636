/**
 * Builds load-haul-dump-return cycles. {@link io.fueloptimine.operators.cycle.HaulCycles} manages
 * event time and state; {@code CycleBuilder} in models/cycle builds the cycles.
 */
package io.fueloptimine.operators.cycle;
