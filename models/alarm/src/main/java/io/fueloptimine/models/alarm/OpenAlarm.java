package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.Alert;

/**
 * An alarm that is raised.
 *
 * @param alert the alarm as last emitted
 * @param goodMin minutes in a row without its condition
 */
public record OpenAlarm(Alert alert, int goodMin) {}
