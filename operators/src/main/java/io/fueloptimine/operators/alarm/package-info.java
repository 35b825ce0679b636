/**
 * Alarms: theft, leak, idling, overload, excess fuel, failing machine, low fuel, stuck and silent
 * sensors, bad data, and plan triggers when machines break down or return to service. Begin at
 * {@link io.fueloptimine.operators.alarm.AlarmPatterns} and {@link
 * io.fueloptimine.models.alarm.AlarmSettings}.
 */
package io.fueloptimine.operators.alarm;
