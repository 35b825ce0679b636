/** Derives the current time of a site from the readings of the site's machines. */
package io.fueloptimine.models.quality.clock;
