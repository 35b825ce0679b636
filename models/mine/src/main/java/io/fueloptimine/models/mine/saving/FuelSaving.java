package io.fueloptimine.models.mine.saving;

import io.fueloptimine.models.mine.input.FieldCheck;
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
 * @param standardErrorL standard error of measured litres, L; null when they are planned
 * @param noise95L the part of the half width of the 95 % interval that comes from the variation
 *     between shifts, L; parts of different spans add up as the root of the sum of squares; null
 *     when the litres are planned
 * @param fit95L the part of the half width that comes from the fit of the baseline, L; all spans
 *     share the fit, so that the parts of different spans are added; null when the litres are
 *     planned
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
        SavingBasis basis,
        Double standardErrorL,
        Double noise95L,
        Double fit95L) {

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

    /** Creates a planned saving, which has no standard error. */
    public static FuelSaving planned(
            String savingId,
            String site,
            SavingLever lever,
            SavingBaseline baseline,
            Instant spanStart,
            Instant spanEnd,
            double litres,
            double tonnes) {
        return new FuelSaving(
                savingId,
                site,
                lever,
                baseline,
                spanStart,
                spanEnd,
                litres,
                tonnes,
                SavingBasis.PLANNED,
                null,
                null,
                null);
    }
}
