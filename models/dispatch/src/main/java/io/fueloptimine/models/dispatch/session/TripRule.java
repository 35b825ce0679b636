package io.fueloptimine.models.dispatch.session;

import java.util.List;

/**
 * How trips are chosen. Immutable.
 *
 * @param byTime whether a truck goes where it would be loaded first, and then where it would dump
 *     first; false to choose by {@link HaulPrices}
 * @param byPlan whether a rule by time leaves out faces whose tonnes are met while others are not
 * @param worth what a tonne beyond the dig plan is worth, by the litres per tonne of the dearest
 *     face
 * @param lagWorth a lag of one load is worth a wait of this many loading times
 */
record TripRule(boolean byTime, boolean byPlan, double worth, double lagWorth) {

    /** The rules among which a session chooses; the first are those that others must beat. */
    static final List<TripRule> ALL =
            List.of(
                    new TripRule(true, false, 1.5, 0),
                    new TripRule(true, true, 1.5, 0),
                    byPrices(0.7, 0.5),
                    byPrices(0.7, 0.1),
                    byPrices(1.2, 0.5),
                    byPrices(1.2, 0.1),
                    byPrices(3, 0.5),
                    byPrices(3, 0.1));

    private static TripRule byPrices(double worth, double lagWorth) {
        return new TripRule(false, false, worth, lagWorth);
    }
}
