package io.fueloptimine.models.mine.reading;

import java.time.Instant;

/**
 * One refuelling, as recorded by the meter of the fuel bay.
 *
 * @param truckId the machine that was refuelled
 * @param startedAt when pumping began (UTC)
 * @param durationS duration of pumping, s
 * @param dispensedL litres dispensed
 * @param levelBeforePct tank level before, %; null when unknown
 * @param levelAfterPct tank level after, %; null when unknown
 */
public record Refuel(
        String truckId,
        Instant startedAt,
        double durationS,
        double dispensedL,
        Double levelBeforePct,
        Double levelAfterPct) {}
