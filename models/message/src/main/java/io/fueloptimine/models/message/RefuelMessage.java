package io.fueloptimine.models.message;

import io.fueloptimine.models.mine.reading.Refuel;
import java.time.Duration;
import java.time.Instant;

/** The message body of a refuelling; every field may be absent. */
record RefuelMessage(
        String truckId,
        Instant startedAt,
        Double durationS,
        Double dispensedL,
        Double levelBeforePct,
        Double levelAfterPct) {

    /**
     * Converts the message to a refuelling.
     *
     * @param time the time of the message, which is the end of the refuelling; an absent duration
     *     is derived from it
     */
    Refuel toRefuel(Instant time) throws InvalidFieldException {
        RequiredField.check("truckId", truckId);
        RequiredField.check("startedAt", startedAt);
        RequiredField.check("dispensedL", dispensedL);
        double seconds =
                durationS != null
                        ? durationS
                        : Duration.between(startedAt, time).toMillis() / 1_000.0;
        return new Refuel(truckId, startedAt, seconds, dispensedL, levelBeforePct, levelAfterPct);
    }
}
