package io.fueloptimine.models.alarm.tank;

/**
 * A loss of a standing machine.
 *
 * @param fromMs the last minute before the loss, ms since the epoch
 * @param beforeBalanceL balance before, L
 * @param beforeL content before by the level, L
 * @param nowMs the latest minute, ms since the epoch
 * @param litres litres lost so far, L
 * @param afterL content now by the level, L
 */
public record OpenDrain(
        long fromMs,
        double beforeBalanceL,
        double beforeL,
        long nowMs,
        double litres,
        double afterL) {}
