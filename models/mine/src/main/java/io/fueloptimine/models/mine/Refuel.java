package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * One refuelling as the bay's meter recorded it.
 *
 * @param truckId the machine refuelled
 * @param startedAt when pumping began (UTC)
 * @param durationS how long it took, s
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
