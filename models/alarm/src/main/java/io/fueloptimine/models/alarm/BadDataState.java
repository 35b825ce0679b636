package io.fueloptimine.models.alarm;

/**
 * The state of a machine's bad-data alarm.
 *
 * @param raisedHourMs start of the hour for which the alarm was last raised, ms since the epoch
 * @param present whether the alarm is still active
 */
public record BadDataState(long raisedHourMs, boolean present) {}
