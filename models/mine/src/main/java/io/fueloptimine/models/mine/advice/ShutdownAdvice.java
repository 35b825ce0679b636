package io.fueloptimine.models.mine.advice;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import io.fueloptimine.models.mine.reading.StopReason;
import java.time.Instant;

/**
 * Advice to switch off the engine of a truck that waits. Each wait has at most one advice. The same
 * advice is sent again when the engine goes off or on, and when the wait is over.
 *
 * @param adviceId deterministic id: site, truck and beginning of the wait
 * @param site the mine
 * @param truckId the truck
 * @param reason why the truck waits
 * @param since when the wait began (UTC)
 * @param advisedAt when the advice was given (UTC)
 * @param expectedRestS how long the wait will probably last from {@code advisedAt} on, s
 * @param restartCostS idling time that costs as much as one stop and start of the engine, s
 * @param litresPerHour diesel that the idling engine burns, L/h
 * @param expectedLitres diesel that the advice will probably save, L: idling for {@code
 *     expectedRestS}, less the restart
 * @param text the advice in words
 * @param engineOffAt start of the first minute in which the engine was off (UTC); null while it
 *     runs, and null at the end of a wait in which it was not switched off
 * @param endedAt when the wait was over, so that the advice is withdrawn (UTC); null while the
 *     truck waits
 */
public record ShutdownAdvice(
        String adviceId,
        String site,
        String truckId,
        StopReason reason,
        Instant since,
        Instant advisedAt,
        double expectedRestS,
        double restartCostS,
        double litresPerHour,
        double expectedLitres,
        String text,
        Instant engineOffAt,
        Instant endedAt)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(ShutdownAdvice.class);

    public ShutdownAdvice {
        CHECK.required("adviceId", adviceId)
                .name("site", site)
                .name("truckId", truckId)
                .required("since", since)
                .required("advisedAt", advisedAt);
    }

    /** A copy with the time from which the engine is off; null when it runs. */
    public ShutdownAdvice withEngineOffAt(Instant offAt) {
        return copy(offAt, endedAt);
    }

    /** A copy that is withdrawn, because the wait was over at a time. */
    public ShutdownAdvice endedAt(Instant end) {
        return copy(engineOffAt, end);
    }

    private ShutdownAdvice copy(Instant offAt, Instant end) {
        return new ShutdownAdvice(
                adviceId,
                site,
                truckId,
                reason,
                since,
                advisedAt,
                expectedRestS,
                restartCostS,
                litresPerHour,
                expectedLitres,
                text,
                offAt,
                end);
    }

    @Override
    public String machineId() {
        return truckId;
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, truckId);
    }
}
