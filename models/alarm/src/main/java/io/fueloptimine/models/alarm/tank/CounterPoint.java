package io.fueloptimine.models.alarm.tank;

/**
 * The fuel metered at one time.
 *
 * @param atMs time, ms since the epoch
 * @param totalL fuel metered since the beginning, L
 * @param counterL value of the fuel counter, L; null when unavailable
 */
public record CounterPoint(long atMs, double totalL, Double counterL) {}
