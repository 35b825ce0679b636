package io.fueloptimine.models.alarm;

/**
 * The tank level of one minute, and the fuel burnt up to the end of that minute.
 *
 * @param atMs end of the minute in event time, ms since the epoch
 * @param levelPct mean tank level of the minute, %
 * @param burntL fuel burnt since the first point of the balance, L
 * @param counterL value of the fuel counter, L; null when unavailable
 */
public record LevelPoint(long atMs, double levelPct, double burntL, Double counterL) {}
