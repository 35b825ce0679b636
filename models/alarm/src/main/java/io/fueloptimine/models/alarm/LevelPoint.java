package io.fueloptimine.models.alarm;

/**
 * The tank level of one minute, and the fuel burnt until then.
 *
 * @param atMs event time, ms since the epoch
 * @param levelPct mean tank level of the minute, %
 * @param burntL litres burnt since the first point
 * @param counterL the fuel counter, L; null when unavailable
 */
public record LevelPoint(long atMs, double levelPct, double burntL, Double counterL) {}
