/**
 * What is known of the trucks, loading units and roads of a mine, derived from readings and
 * triggers.
 */
package io.fueloptimine.models.dispatch.fleet;
