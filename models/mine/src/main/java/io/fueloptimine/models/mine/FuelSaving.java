package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * Litres saved by one means in one span of time, compared with a named baseline that moves at least
 * the same tonnes.
 *
 * @param savingId deterministic id: site, lever and start of the span
 * @param site the mine
 * @param lever the means by which fuel is saved
 * @param baseline the baseline of the comparison
 * @param spanStart start of the span (UTC)
 * @param spanEnd end of the span (UTC)
 * @param litres litres saved; negative when more was burnt
 * @param tonnes tonnes moved in the span
 * @param basis whether the litres are planned or measured
 */
public record FuelSaving(
        String savingId,
        String site,
        SavingLever lever,
        SavingBaseline baseline,
        Instant spanStart,
        Instant spanEnd,
        double litres,
        double tonnes,
        SavingBasis basis) {

    private static final FieldCheck CHECK = new FieldCheck(FuelSaving.class);

    public FuelSaving {
        CHECK.required("savingId", savingId)
                .required("site", site)
                .required("lever", lever)
                .required("baseline", baseline)
                .required("basis", basis)
                .required("spanStart", spanStart)
                .required("spanEnd", spanEnd);
    }
}
