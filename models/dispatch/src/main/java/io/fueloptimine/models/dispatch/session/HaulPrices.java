package io.fueloptimine.models.dispatch.session;

import java.util.ArrayList;
import java.util.List;

/**
 * The prices of a plan: what an hour of a truck is worth, and what is still to be spent from a
 * place until the end of a cycle, the worth of the tonnes taken off. Trips between places that the
 * plan uses differ only by their waiting. The arrays are not copied and must not be changed.
 *
 * @param truckLph the price of an hour of a truck by class, L/h
 * @param waitingLph the price of an hour that a truck waits by class, L/h
 * @param atUnitL the cost from the arrival at a loading unit on, by class and unit, L
 * @param atDumpL the cost from the arrival at a dump on, by class and dump, L
 * @param unitTph tonnes per hour of each loading unit
 */
record HaulPrices(
        double[] truckLph,
        double[] waitingLph,
        double[][] atUnitL,
        double[][] atDumpL,
        double[] unitTph) {

    /**
     * Prices are the means of those of fleets of these sizes, by the size of the fleet, because the
     * prices of one size change by leaps.
     */
    private static final double[] FLEETS = {0.9, 0.75, 1.1};

    /** The size of a fleet that has no queues, by the size of the fleet. */
    private static final double SMALL_FLEET = 0.3;

    /** Chosen: an hour of waiting costs at least this share of an hour in a small fleet. */
    private static final double WAITING_SHARE = 0.1;

    static HaulPrices zero(int classes, int units, int dumps) {
        return new HaulPrices(
                new double[classes],
                new double[classes],
                new double[classes][units],
                new double[classes][dumps],
                new double[units]);
    }

    /**
     * Computes the prices.
     *
     * @param worth what a tonne beyond the dig plan is worth, by the litres per tonne of the
     *     dearest face
     */
    static HaulPrices solve(HaulTables tables, RateWishes wishes, double worth) {
        double litresPerTonne = worth * tables.dearestLitresPerTonne();
        List<HaulPrices> found = new ArrayList<>();
        for (double factor : FLEETS) {
            new HaulRates(tables, wishes, litresPerTonne, factor).solve().ifPresent(found::add);
        }
        HaulPrices prices =
                found.isEmpty()
                        ? zero(tables.classes.size(), tables.units.size(), tables.dumps.size())
                        : mean(found);
        HaulPrices small =
                new HaulRates(tables, wishes, litresPerTonne, SMALL_FLEET).solve().orElse(prices);
        for (int c = 0; c < prices.truckLph.length; c++) {
            double least = Math.max(tables.classes.get(c).idleLph(), prices.truckLph[c]);
            prices.waitingLph[c] = Math.max(least, WAITING_SHARE * small.truckLph[c]);
        }
        return prices;
    }

    /** The mean of prices, with the tonnes of the first. */
    private static HaulPrices mean(List<HaulPrices> all) {
        HaulPrices first = all.get(0);
        int classes = first.truckLph.length;
        HaulPrices mean = zero(classes, first.unitTph.length, first.atDumpL[0].length);
        for (HaulPrices each : all) {
            for (int c = 0; c < classes; c++) {
                mean.truckLph[c] += each.truckLph[c] / all.size();
                add(mean.atUnitL[c], each.atUnitL[c], all.size());
                add(mean.atDumpL[c], each.atDumpL[c], all.size());
            }
        }
        add(mean.unitTph, first.unitTph, 1);
        return mean;
    }

    private static void add(double[] to, double[] values, int count) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i] / count;
        }
    }
}
