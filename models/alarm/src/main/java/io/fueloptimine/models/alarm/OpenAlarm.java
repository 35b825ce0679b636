package io.fueloptimine.models.alarm;

import io.fueloptimine.models.mine.Alert;

/**
 * An alarm that is on.
 *
 * @param alert as it was last told
 * @param goodMin minutes in a row without its reason
 */
public record OpenAlarm(Alert alert, int goodMin) {}
