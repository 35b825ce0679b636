/** Counts of each machine's messages by hour. */
package io.fueloptimine.models.quality.hour;
