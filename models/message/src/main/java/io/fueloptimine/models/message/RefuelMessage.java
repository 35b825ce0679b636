package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.Refuel;
import java.time.Duration;
import java.time.Instant;

/** A refuelling as it stands on the wire; every field may be absent. */
record RefuelMessage(
        String truckId,
        Instant startedAt,
        Double durationS,
        Double dispensedL,
        Double levelBeforePct,
        Double levelAfterPct) {

    /**
     * The refuelling.
     *
     * @param time the message's time: the end of the refuelling, from which an absent duration
     *     follows
     */
    Refuel toRefuel(Instant time) throws FieldFault {
        Required.present("truckId", truckId);
        Required.present("startedAt", startedAt);
        Required.present("dispensedL", dispensedL);
        double seconds =
                durationS != null
                        ? durationS
                        : Duration.between(startedAt, time).toMillis() / 1_000.0;
        return new Refuel(truckId, startedAt, seconds, dispensedL, levelBeforePct, levelAfterPct);
    }
}
