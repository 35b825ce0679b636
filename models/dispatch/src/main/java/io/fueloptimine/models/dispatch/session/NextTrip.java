package io.fueloptimine.models.dispatch.session;

import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.site.LoadingUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;

/**
 * Chooses the next trip of a truck. By prices it is the trip with the least cost by the {@link
 * HaulPrices}, what the truck will wait and how far the loading unit lags behind its part of the
 * tonnes included; by time it is the trip whose loading or dumping begins and ends first. Used for
 * a single decision.
 */
final class NextTrip {

    private static final double SECONDS_PER_HOUR = 3_600;

    /** The largest lag that counts, loads. */
    private static final double MOST_LAG = 3;

    private final HaulTables tables;
    private final TripRule rule;
    private final HaulPrices prices;
    private final Tonnes tonnes;
    private final Outlook outlook;
    private final BiPredicate<Integer, Integer> allowed;
    private final int truckClass;

    /**
     * @param allowed whether the dig plan allows the material of a loading unit at a dump
     */
    NextTrip(
            HaulTables tables,
            TripRule rule,
            HaulPrices prices,
            Tonnes tonnes,
            Outlook outlook,
            BiPredicate<Integer, Integer> allowed,
            int truckClass) {
        this.tables = tables;
        this.rule = rule;
        this.prices = prices;
        this.tonnes = tonnes;
        this.outlook = outlook;
        this.allowed = allowed;
        this.truckClass = truckClass;
    }

    /** The number of the loading unit to which an empty truck drives; empty without a way. */
    OptionalInt unit(String from) {
        OptionalInt open = unit(from, rule.byTime() && rule.byPlan());
        return open.isPresent() ? open : unit(from, false);
    }

    private OptionalInt unit(String from, boolean onlyUnmet) {
        double[] boundT = outlook.boundT();
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int u = 0; u < tables.units.size(); u++) {
            Optional<TripCost> trip = tables.empty(truckClass, from, u);
            if (trip.isPresent()
                    && !outlook.down().contains(u)
                    && tables.loads(truckClass, u)
                    && tables.hasDump(truckClass, u)
                    && !(onlyUnmet && tonnes.leftT()[u] - boundT[u] <= 0)) {
                double startS = outlook.loadStartsInS(u, trip.get().seconds());
                double cost =
                        rule.byTime()
                                ? startS + tables.loadS(truckClass, u)
                                : costL(u, trip.get(), startS, lagT(u, boundT));
                if (cost < least) {
                    best = u;
                    least = cost;
                }
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /**
     * The tonnes by which a loading unit lags behind its part of all tonnes, t; negative when it is
     * ahead.
     */
    private double lagT(int unit, double[] boundT) {
        double done = Arrays.stream(boundT).sum() + Arrays.stream(tonnes.loadedT()).sum();
        double planned = Arrays.stream(prices.unitTph()).sum();
        double part = planned == 0 ? 0 : prices.unitTph()[unit] / planned;
        return part * done - tonnes.loadedT()[unit] - boundT[unit];
    }

    private double costL(int unit, TripCost trip, double startS, double lagT) {
        double lag = Math.max(-MOST_LAG, Math.min(MOST_LAG, lagT / tables.payloadT(truckClass)));
        double lagS = rule.lagWorth() * tables.loadS(truckClass, unit) * lag;
        return drivingL(trip)
                + prices.atUnitL()[truckClass][unit]
                + prices.waitingLph()[truckClass]
                        * (startS - trip.seconds() - lagS)
                        / SECONDS_PER_HOUR;
    }

    /** The litres of a trip above idling, and the price of its time, L. */
    private double drivingL(TripCost trip) {
        double idleLph = tables.classes.get(truckClass).idleLph();
        return trip.litres()
                + (prices.truckLph()[truckClass] - idleLph) * trip.seconds() / SECONDS_PER_HOUR;
    }

    /** The number of the dump for a load of a loading unit; empty without a way. */
    OptionalInt dump(int unit) {
        OptionalInt planned = dump(unit, true);
        return planned.isPresent() ? planned : dump(unit, false);
    }

    private OptionalInt dump(int unit, boolean onlyAllowed) {
        LoadingUnit from = tables.units.get(unit);
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d < tables.dumps.size(); d++) {
            boolean possible =
                    tables.dumps.get(d).accepts(from.material())
                            && (!onlyAllowed || allowed.test(unit, d));
            Optional<TripCost> trip =
                    possible ? tables.loaded(truckClass, from.faceId(), d) : Optional.empty();
            if (trip.isPresent()) {
                double startS = outlook.dumpStartsInS(d, trip.get().seconds());
                double cost =
                        rule.byTime()
                                ? startS
                                : drivingL(trip.get())
                                        + prices.atDumpL()[truckClass][d]
                                        + prices.waitingLph()[truckClass]
                                                * (startS - trip.get().seconds())
                                                / SECONDS_PER_HOUR;
                if (cost < least) {
                    best = d;
                    least = cost;
                }
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
