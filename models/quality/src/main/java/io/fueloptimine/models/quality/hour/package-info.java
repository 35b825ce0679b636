/** Counts messages by machine and hour, and creates records of late readings. */
package io.fueloptimine.models.quality.hour;
