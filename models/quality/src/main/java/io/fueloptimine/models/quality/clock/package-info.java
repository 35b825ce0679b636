/** Site clocks: the current time of a site, derived from its machines' readings. */
package io.fueloptimine.models.quality.clock;
