package io.fueloptimine.models.alarm.tank;

/**
 * The mean balance of about ten minutes without a step.
 *
 * @param segment number of the part of the balance
 * @param atMs mean time, ms since the epoch
 * @param balanceL mean balance, L
 * @param meteredL mean fuel metered since the beginning, L
 * @param variance variance of the balance by the level sensor, L^2
 */
public record BalanceBlock(
        int segment, long atMs, double balanceL, double meteredL, double variance) {}
