/** Alarm rules in plain Java: which minutes are bad, and what the control room is told. */
package io.fueloptimine.models.alarm.rule;
