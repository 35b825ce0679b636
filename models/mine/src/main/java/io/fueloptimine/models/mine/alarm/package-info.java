/** Alarms, and the conditions that other jobs report. */
package io.fueloptimine.models.mine.alarm;
