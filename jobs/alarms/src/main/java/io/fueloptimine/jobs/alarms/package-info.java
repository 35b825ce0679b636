/** Job alarms: alarms, notes, road states, data quality, expectations of windows. */
package io.fueloptimine.jobs.alarms;
