/**
 * A model's evaluation as files that people read: {@code report.md} and {@code report.html}, with
 * pictures. Begin at {@link io.fueloptimine.models.training.report.ModelReport}; {@link
 * io.fueloptimine.models.training.report.ReportFiles} makes them. Nothing here knows of XGBoost or
 * of the registry.
 */
package io.fueloptimine.models.training.report;
