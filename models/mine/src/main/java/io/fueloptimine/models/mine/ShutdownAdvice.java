package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * Advice to switch off the engine of a truck that waits.
 *
 * @param adviceId deterministic id: site, truck and beginning of the wait
 * @param site the mine
 * @param truckId the truck
 * @param reason why the truck waits
 * @param since when the wait began (UTC)
 * @param advisedAt when the advice was given (UTC)
 * @param expectedRestS how long the wait will probably last from {@code advisedAt} on, s
 * @param restartCostS idling time that costs as much as one stop and start of the engine, s
 * @param expectedLitres diesel that the advice will probably save, L
 * @param text the advice in words
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
        double expectedLitres,
        String text)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(ShutdownAdvice.class);

    public ShutdownAdvice {
        CHECK.required("adviceId", adviceId)
                .name("site", site)
                .name("truckId", truckId)
                .required("since", since)
                .required("advisedAt", advisedAt);
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
