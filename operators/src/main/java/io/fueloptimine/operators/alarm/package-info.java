/**
 * Alarms: theft, leak, idling, overload, excess fuel, failing machine, low fuel, stuck and silent
 * sensors, bad data; and reasons to plan again when machines break down and come back. Begin at
 * {@link io.fueloptimine.operators.alarm.AlarmPatterns}; what may be tuned is in {@link
 * io.fueloptimine.models.alarm.AlarmSettings}.
 */
package io.fueloptimine.operators.alarm;
