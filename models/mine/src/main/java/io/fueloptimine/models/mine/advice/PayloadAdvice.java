package io.fueloptimine.models.mine.advice;

import io.fueloptimine.models.mine.MachineKey;
import io.fueloptimine.models.mine.MachineRecord;
import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;

/**
 * How one operator of a loading unit filled trucks in one shift, compared with their nominal
 * payload, and what to change.
 *
 * @param adviceId deterministic id: site, loading unit, operator and begin of the shift
 * @param site the mine
 * @param unitId the loading unit
 * @param operatorId code of the operator of the loading unit; empty when unknown
 * @param shiftStart begin of the shift (UTC)
 * @param at time of the newest load (UTC)
 * @param loads number of loads
 * @param meanShare mean payload divided by the nominal payload
 * @param meanLowShare lower end of the 95 % interval of {@code meanShare}
 * @param meanHighShare upper end of the 95 % interval of {@code meanShare}
 * @param spreadShare standard deviation of the payloads divided by the nominal payload
 * @param underShare share of the loads below 90 % of the nominal payload
 * @param over110Share share of the loads above 110 % of the nominal payload
 * @param over120Share share of the loads above 120 % of the nominal payload
 * @param lostLitresPerTonne diesel that a tonne costs more because loads are below the nominal
 *     payload, L/t
 * @param text what to change, in words; null when the loads are not off target beyond chance
 */
public record PayloadAdvice(
        String adviceId,
        String site,
        String unitId,
        String operatorId,
        Instant shiftStart,
        Instant at,
        int loads,
        double meanShare,
        double meanLowShare,
        double meanHighShare,
        double spreadShare,
        double underShare,
        double over110Share,
        double over120Share,
        double lostLitresPerTonne,
        String text)
        implements MachineRecord {

    private static final FieldCheck CHECK = new FieldCheck(PayloadAdvice.class);

    public PayloadAdvice {
        CHECK.required("adviceId", adviceId)
                .name("site", site)
                .name("unitId", unitId)
                .required("shiftStart", shiftStart)
                .required("at", at);
    }

    /** Whether some loads are below 90 % of the nominal payload, or the mean is below it. */
    public boolean hasLightLoads() {
        return meanShare < 1 || underShare > 0;
    }

    @Override
    public String machineId() {
        return unitId;
    }

    @Override
    public String machineKey() {
        return MachineKey.textOf(site, unitId);
    }
}
