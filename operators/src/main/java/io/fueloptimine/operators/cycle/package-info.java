/**
 * Load-haul-dump-return cycles. {@link io.fueloptimine.operators.cycle.HaulCycles} keeps time and
 * state; {@code TruckLog} follows one truck and is where to begin.
 */
package io.fueloptimine.operators.cycle;
