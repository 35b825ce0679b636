/**
 * The linear baseline: ordinary least squares with an intercept, with diagnostics. The main class
 * is {@link io.fueloptimine.models.training.linear.LinearModel}.
 */
package io.fueloptimine.models.training.linear;
