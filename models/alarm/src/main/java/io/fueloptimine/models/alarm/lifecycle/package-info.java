/**
 * The life-cycle of alarms after ISA-18.2 and OPC UA Part 9, and the commands of people. Begin with
 * {@link io.fueloptimine.models.alarm.lifecycle.AlarmLife}.
 */
package io.fueloptimine.models.alarm.lifecycle;
