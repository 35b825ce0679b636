package io.fueloptimine.models.alarm.tank;

import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.Refuel;

/**
 * A refuelling by the message of a fuel bay.
 *
 * @param startMs when pumping began, ms since the epoch
 * @param endMs when pumping ended, ms since the epoch
 * @param litres litres dispensed
 * @param bayId the fuel bay
 * @param beforePct tank level before, %; null when unknown
 * @param afterPct tank level after, %; null when unknown
 */
public record BayFill(
        long startMs, long endMs, double litres, String bayId, Double beforePct, Double afterPct) {

    /** The refuelling that a reading of the stream REFUEL reports. */
    public static BayFill of(Reading reading) {
        Refuel refuel = reading.refuel();
        long startMs = refuel.startedAt().toEpochMilli();
        long durationMs = Math.round(1_000 * Math.max(0, refuel.durationS()));
        return new BayFill(
                startMs,
                startMs + durationMs,
                refuel.dispensedL(),
                reading.machineId(),
                refuel.levelBeforePct(),
                refuel.levelAfterPct());
    }
}
