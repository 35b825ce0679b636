package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * Litres saved by one lever over one span, against a named baseline at equal or more tonnes.
 *
 * @param savingId deterministic: site, lever and the span's start
 * @param site the mine
 * @param lever by what means
 * @param baseline what it is relative to
 * @param spanStart start of the span (UTC)
 * @param spanEnd its end
 * @param litres litres saved, negative when it cost
 * @param tonnes tonnes moved in the span
 * @param basis where the litres are known from
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
