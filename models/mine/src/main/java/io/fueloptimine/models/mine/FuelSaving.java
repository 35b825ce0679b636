package io.fueloptimine.models.mine;

import java.time.Instant;

/**
 * Litres saved by one lever over one span, against a named baseline at equal or more tonnes.
 *
 * @param savingId deterministic: site, lever and the span's start
 * @param site the mine
 * @param lever such as {@code DISPATCH}, {@code PARKED_TRUCKS}
 * @param baseline what it is measured against, such as {@code FIXED_PAIRS}
 * @param spanStart start of the span (UTC)
 * @param spanEnd its end
 * @param litres litres saved, negative when it cost
 * @param tonnes tonnes moved in the span
 * @param basis {@code PLANNED} or {@code MEASURED}
 */
public record FuelSaving(
        String savingId,
        String site,
        String lever,
        String baseline,
        Instant spanStart,
        Instant spanEnd,
        double litres,
        double tonnes,
        String basis) {}
