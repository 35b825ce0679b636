/** Site clocks: the time that most machines of a site agree on. */
package io.fueloptimine.models.quality.clock;
