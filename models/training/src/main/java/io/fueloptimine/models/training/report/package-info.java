/**
 * Reports on the evaluation of a model: {@code report.md} and {@code report.html}, with pictures.
 * {@link io.fueloptimine.models.training.report.ModelReport} is the content, {@link
 * io.fueloptimine.models.training.report.ReportFiles} renders it. The package does not depend on
 * XGBoost or the registry.
 */
package io.fueloptimine.models.training.report;
