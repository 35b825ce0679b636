/**
 * Drift events of roads and of the model's inputs: one cause, one event. Begin with {@link
 * io.fueloptimine.models.drift.cause.RoadDrifts} and {@link
 * io.fueloptimine.models.drift.cause.DataDrifts}.
 */
package io.fueloptimine.models.drift.cause;
