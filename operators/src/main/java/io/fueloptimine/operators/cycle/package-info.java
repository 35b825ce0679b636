/**
 * Load-haul-dump-return cycles. {@link io.fueloptimine.operators.cycle.HaulCycles} keeps time and
 * state; {@code CycleBuilder} in models/cycle follows one truck.
 */
package io.fueloptimine.operators.cycle;
