/**
 * Job alarms: raises alarms, reads operators' notes, derives road states, counts rejected and
 * faulty messages by hour, and checks the data-quality rules for fuel windows.
 */
package io.fueloptimine.jobs.alarms;
