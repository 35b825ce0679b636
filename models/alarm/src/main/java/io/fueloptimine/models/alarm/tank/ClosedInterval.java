package io.fueloptimine.models.alarm.tank;

/**
 * An interval that a refuelling has ended.
 *
 * @param dueMs when it is reported, ms since the epoch
 * @param reported whether it was reported
 * @param interval the interval
 */
public record ClosedInterval(long dueMs, boolean reported, FuelInterval interval) {}
