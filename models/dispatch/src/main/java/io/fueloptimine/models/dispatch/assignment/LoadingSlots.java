package io.fueloptimine.models.dispatch.assignment;

import java.util.ArrayList;
import java.util.List;

/**
 * The times at which the next loads of a loading unit should begin, so that what is left is loaded
 * at an even pace. Stateless.
 */
final class LoadingSlots {

    private LoadingSlots() {}

    /**
     * A load for which no truck is on its way.
     *
     * @param unit the loading unit
     * @param inS when the load should begin, s from now
     * @param earliestS when the unit can begin it, s from now
     */
    record Slot(UnitOutlook unit, double inS, double earliestS) {}

    /**
     * The next slots of a loading unit. Trucks that wait or are on their way have the slots that
     * are next to their arrivals; the others are free.
     *
     * @param loadsLeft loads that are still to begin, including those of trucks on their way
     * @param endS time in which they are to begin, s
     * @param most largest number of slots
     */
    static List<Slot> of(UnitOutlook unit, double loadsLeft, double endS, int most) {
        double intervalS = Math.max(unit.serviceS(), endS / Math.max(1, loadsLeft));
        double phaseS = Math.max(0, intervalS - Math.max(unit.sinceLoadS(), intervalS / 2));
        double firstS = Math.max(unit.busyS(), phaseS);
        int count = (int) Math.min(most + unit.arrivalsS().size(), Math.ceil(loadsLeft - 0.5));
        boolean[] taken = taken(unit.arrivalsS(), firstS, intervalS, Math.max(0, count));
        List<Slot> slots = new ArrayList<>();
        double freeS = unit.busyS();
        int arrived = 0;
        for (int i = 0; i < count && slots.size() < most; i++) {
            double beginS = firstS + i * intervalS;
            if (taken[i]) {
                beginS = unit.arrivalsS().get(arrived++);
            } else {
                slots.add(new Slot(unit, beginS, freeS));
            }
            freeS = Math.max(freeS, beginS) + unit.serviceS();
        }
        return slots;
    }

    private static boolean[] taken(
            List<Double> arrivalsS, double firstS, double intervalS, int count) {
        boolean[] taken = new boolean[count];
        for (double arrivalS : arrivalsS) {
            int nearest = (int) Math.max(0, Math.round((arrivalS - firstS) / intervalS));
            int slot = Math.min(nearest, count - 1);
            int step = nearest < count ? 1 : -1;
            while (slot >= 0 && slot < count && taken[slot]) {
                slot += step;
                if (slot == count) {
                    step = -1;
                    slot = Math.min(nearest, count - 1);
                }
            }
            if (slot >= 0 && slot < count) {
                taken[slot] = true;
            }
        }
        return taken;
    }
}
