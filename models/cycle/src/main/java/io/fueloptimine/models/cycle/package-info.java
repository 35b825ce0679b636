/** Building of one truck's load-haul-dump-return cycles from its readings. */
package io.fueloptimine.models.cycle;
