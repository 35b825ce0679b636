package io.fueloptimine.models.mine.saving;

import io.fueloptimine.models.mine.input.FieldCheck;
import java.time.Instant;

/**
 * One shift in the ledger of measured savings: what the haul trucks burnt, and what they would have
 * burnt for the same hauls as in the baseline period.
 *
 * @param ledgerId deterministic id: site and start of the shift
 * @param site the mine
 * @param spanStart start of the shift (UTC)
 * @param spanEnd end of the shift (UTC)
 * @param phase whether the shift belongs to the baseline, or was measured
 * @param tonnes tonnes hauled, t
 * @param tonneKm sum of payload x effective flat haul of the loaded trips, t km
 * @param coveredH truck hours that fuel readings cover, h
 * @param burntL litres burnt by the haul trucks, L
 * @param expectedL litres expected by the baseline for the same hauls, L; null when not measured
 * @param savedL expected minus burnt, L, negative when more was burnt; null when not measured
 * @param standardErrorL standard error of {@code savedL}, L; null when not measured
 * @param noise95L the part of the half width of the 95 % interval of {@code savedL} that comes from
 *     the variation between shifts, L; null when not measured
 * @param fit95L the part of the half width that comes from the fit of the baseline, L; null when
 *     not measured
 * @param remark why the shift was not measured, or what the reader must know; empty without
 */
public record LedgerShift(
        String ledgerId,
        String site,
        Instant spanStart,
        Instant spanEnd,
        LedgerPhase phase,
        double tonnes,
        double tonneKm,
        double coveredH,
        double burntL,
        Double expectedL,
        Double savedL,
        Double standardErrorL,
        Double noise95L,
        Double fit95L,
        String remark) {

    private static final FieldCheck CHECK = new FieldCheck(LedgerShift.class);

    public LedgerShift {
        CHECK.required("ledgerId", ledgerId)
                .required("site", site)
                .required("spanStart", spanStart)
                .required("spanEnd", spanEnd)
                .required("phase", phase)
                .required("remark", remark);
    }
}
