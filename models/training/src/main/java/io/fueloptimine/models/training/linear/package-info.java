/**
 * The straight line that every fuel model is measured against: ordinary least squares with an
 * intercept, and what tells whether its figures may be believed. Begin with {@link
 * io.fueloptimine.models.training.linear.LinearModel}.
 */
package io.fueloptimine.models.training.linear;
