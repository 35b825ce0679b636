package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.alarm.Alert;

/**
 * An alarm that was raised and is not yet cleared.
 *
 * @param alert the alarm as last emitted
 * @param goodMin number of minutes in a row without the condition of the alarm
 */
public record OpenAlarm(Alert alert, int goodMin) {}
