/**
 * Detects lasting changes of what trucks burn relative to what the model expects: of one truck, and
 * of all trucks of a class or a site. Begin with {@link
 * io.fueloptimine.models.drift.residual.TruckDrift} and {@link
 * io.fueloptimine.models.drift.residual.GroupDrift}.
 */
package io.fueloptimine.models.drift.residual;
