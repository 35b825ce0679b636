/** Load-haul-dump-return cycles of one truck, built from its readings. */
package io.fueloptimine.models.cycle;
