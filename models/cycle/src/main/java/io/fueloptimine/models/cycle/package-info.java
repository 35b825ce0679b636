/** Builds the load-haul-dump-return cycles of a truck from the truck's readings. */
package io.fueloptimine.models.cycle;
