/** Alarm rules in plain Java: which minutes are bad, and what is signalled then. */
package io.fueloptimine.models.alarm.rule;
