/**
 * Raises and clears alarms: fuel theft, leak, long idling, overload, excess fuel, failing machine,
 * low fuel, stuck and silent sensors, bad data. Begin with {@link
 * io.fueloptimine.operators.alarm.AlarmPatterns} and {@link
 * io.fueloptimine.models.alarm.AlarmSettings}.
 */
package io.fueloptimine.operators.alarm;
