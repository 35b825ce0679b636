/**
 * Reports on the evaluation of a model: {@code report.md} and {@code report.html}, with pictures.
 * {@link io.fueloptimine.models.training.report.ModelReport} is the content of a report; {@link
 * io.fueloptimine.models.training.report.ReportFiles} renders a report. The package does not depend
 * on XGBoost or the registry.
 */
package io.fueloptimine.models.training.report;
