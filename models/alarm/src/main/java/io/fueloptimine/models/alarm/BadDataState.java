package io.fueloptimine.models.alarm;

/**
 * What is known of a machine whose data was bad.
 *
 * @param raisedHourMs the hour for which the alarm was last raised, ms since the epoch
 * @param present whether it is still on
 */
public record BadDataState(long raisedHourMs, boolean present) {}
