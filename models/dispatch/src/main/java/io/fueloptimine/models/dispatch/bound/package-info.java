/**
 * Computes the least empty travel with which the loads of a shift could have been hauled. It gives
 * an upper bound of the travel that any dispatcher can save by its choice of destinations for empty
 * trucks.
 */
package io.fueloptimine.models.dispatch.bound;
