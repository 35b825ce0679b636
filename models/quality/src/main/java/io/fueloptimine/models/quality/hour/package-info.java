/** Message counts by machine and hour, and records of late readings. */
package io.fueloptimine.models.quality.hour;
