package io.fueloptimine.models.dispatch.ledger;

import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.LedgerShift;
import java.util.List;

/**
 * The entries of one shift in the ledger.
 *
 * @param total the shift as a whole
 * @param savings the litres by lever, whose sum is that of the shift; empty when the shift was not
 *     measured
 */
public record MeasuredShift(LedgerShift total, List<FuelSaving> savings) {

    public MeasuredShift {
        savings = List.copyOf(savings);
    }
}
