/**
 * Stage one of dispatch: the trips per hour of each truck class that move the required tonnes with
 * the fewest litres.
 */
package io.fueloptimine.models.dispatch.plan;
