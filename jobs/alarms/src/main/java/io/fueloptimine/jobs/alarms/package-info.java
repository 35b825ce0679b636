/**
 * Job alarms: raises alarms, reads operators' notes, derives road states, counts data quality and
 * checks expectations of windows.
 */
package io.fueloptimine.jobs.alarms;
