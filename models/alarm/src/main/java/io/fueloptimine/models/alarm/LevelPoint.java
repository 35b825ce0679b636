package io.fueloptimine.models.alarm;

/**
 * A tank's level and what was burnt until then.
 *
 * @param atMs event time, ms since the epoch
 * @param levelPct mean tank level of the minute, %
 * @param burntL litres burnt since the history began
 * @param counterL the fuel counter, L; null when unavailable
 */
public record LevelPoint(long atMs, double levelPct, double burntL, Double counterL) {}
