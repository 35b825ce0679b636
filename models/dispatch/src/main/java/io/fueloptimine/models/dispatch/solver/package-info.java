/**
 * Solves linear programmes with a few integers whose objectives are ordered: a later objective
 * decides only between solutions that are equal in all earlier ones.
 */
package io.fueloptimine.models.dispatch.solver;
