package io.fueloptimine.models.dispatch.ledger;

import io.fueloptimine.models.dispatch.bound.TravelCosts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The shifts of the baseline period of one mine. Immutable.
 *
 * @param shifts the shifts with tonnes, in the order of time
 */
public record Baseline(List<ShiftWork> shifts) {

    /** A baseline without shifts. */
    public static final Baseline EMPTY = new Baseline(List.of());

    public Baseline {
        shifts = new ArrayList<>(shifts);
    }

    /** Adds a shift. A shift without tonnes says nothing about litres per tonne and is left out. */
    public Baseline with(ShiftWork shift) {
        if (!(shift.tonnes() > 0)) {
            return this;
        }
        List<ShiftWork> more = new ArrayList<>(shifts);
        more.add(shift);
        more.sort(Comparator.comparing(ShiftWork::start));
        return new Baseline(more);
    }

    /**
     * Fits the litres of a shift on its hauls.
     *
     * @param leastShifts the least number of shifts, 3 or more
     * @param metres distance of empty trips by the shortest roads, m
     * @return empty when there are fewer shifts or no litres
     */
    public Optional<BaselineFit> fit(int leastShifts, TravelCosts metres) {
        boolean enough = shifts.size() >= Math.max(3, leastShifts);
        return enough ? Optional.of(BaselineFit.of(shifts, metres)) : Optional.empty();
    }
}
