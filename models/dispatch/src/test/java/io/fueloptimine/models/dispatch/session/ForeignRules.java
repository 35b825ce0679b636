package io.fueloptimine.models.dispatch.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rules of other programs for a {@link ForeignShift}. They know the shift as it is. */
final class ForeignRules {

    private ForeignRules() {}

    /**
     * The unit where loading would end first, then the dump where dumping would end first.
     *
     * @param byPlan whether faces whose tonnes are met are left out while others are not
     */
    static ForeignDispatcher shortestProcessing(boolean byPlan) {
        return new ForeignDispatcher() {
            @Override
            public int unit(ForeignShift shift, int truck) {
                int best = -1;
                for (boolean closed : new boolean[] {byPlan, false}) {
                    double bestS = Double.POSITIVE_INFINITY;
                    for (int u = 0; u < shift.unitLoads.length; u++) {
                        double endS = loadedInS(shift, truck, u);
                        if (!(closed && met(shift, u)) && endS < bestS) {
                            best = u;
                            bestS = endS;
                        }
                    }
                    if (best >= 0) {
                        return best;
                    }
                }
                return best;
            }

            @Override
            public int dump(ForeignShift shift, int truck, int unit) {
                return soonestDump(shift, truck, unit);
            }
        };
    }

    /** Each truck keeps one unit; trucks are spread over the units that can load them. */
    static ForeignDispatcher fixed() {
        return new ForeignDispatcher() {
            @Override
            public int unit(ForeignShift shift, int truck) {
                List<Integer> fitting = new ArrayList<>();
                int kind = shift.mine.truckKinds().get(truck);
                for (int u = 0; u < shift.unitLoads.length; u++) {
                    if (!Double.isNaN(shift.mine.units().get(u).loadS()[kind])) {
                        fitting.add(u);
                    }
                }
                return fitting.get(truck / shift.mine.kinds().size() % fitting.size());
            }

            @Override
            public int dump(ForeignShift shift, int truck, int unit) {
                return shift.mine.nearestDump(shift.mine.truckKinds().get(truck), unit);
            }
        };
    }

    private static int soonestDump(ForeignShift shift, int truck, int unit) {
        ForeignMine mine = shift.mine;
        int kind = mine.truckKinds().get(truck);
        int best = -1;
        double bestS = Double.POSITIVE_INFINITY;
        for (int d = 0; d < mine.dumps().size(); d++) {
            if (mine.dumps().get(d).accepts().contains(mine.units().get(unit).material())) {
                double arrivesS = shift.nowS + mine.loadedS()[kind][unit][d];
                double endS = dumpedS(shift, d, arrivesS);
                if (endS < bestS) {
                    best = d;
                    bestS = endS;
                }
            }
        }
        return best;
    }

    /** When a truck that arrives at a dump begins to dump, after the trucks before it. */
    private static double dumpedS(ForeignShift shift, int dump, double arrivesS) {
        double perTruckS = ForeignShift.DUMP_S / shift.mine.dumps().get(dump).bays();
        double freeS = Math.max(shift.nowS, shift.crusherFreeS[dump]);
        List<Integer> before = new ArrayList<>(shift.dumpQueues[dump]);
        for (int t = 0; t < shift.trucks.length; t++) {
            ForeignShift.Truck other = shift.trucks[t];
            if (other.doing == ForeignShift.Doing.TO_DUMP
                    && other.dump == dump
                    && other.expectedS < arrivesS) {
                before.add(t);
            }
        }
        before.sort(Comparator.comparingDouble(t -> shift.trucks[t].expectedS));
        for (int t : before) {
            double crushS =
                    shift.mine.kindOf(t).payloadT() / shift.mine.dumps().get(dump).maxTph() * 3_600;
            freeS = Math.max(freeS, shift.trucks[t].expectedS) + Math.max(crushS, perTruckS);
        }
        return Math.max(arrivesS, freeS);
    }

    private static boolean met(ForeignShift shift, int unit) {
        double boundT = 0;
        for (int t = 0; t < shift.trucks.length; t++) {
            ForeignShift.Truck truck = shift.trucks[t];
            boundT += truck.unit == unit && truck.dump < 0 ? shift.mine.kindOf(t).payloadT() : 0;
        }
        double doneT = shift.faceT[unit] + shift.onTheWayT[unit] + boundT;
        return doneT >= shift.mine.units().get(unit).planT();
    }

    /** Time until the truck would be loaded at a unit; infinite when the unit cannot load it. */
    private static double loadedInS(ForeignShift shift, int truck, int unit) {
        ForeignMine mine = shift.mine;
        int kind = mine.truckKinds().get(truck);
        double[] loadS = mine.units().get(unit).loadS();
        if (Double.isNaN(loadS[kind]) || shift.isDown(unit)) {
            return Double.POSITIVE_INFINITY;
        }
        double arrivesS = shift.nowS + mine.emptyS()[kind][shift.trucks[truck].place][unit];
        double freeS = shift.nowS;
        if (shift.unitLoads[unit] >= 0) {
            freeS = Math.max(freeS, shift.trucks[shift.unitLoads[unit]].expectedS);
        }
        for (int waiting : shift.unitQueues[unit]) {
            freeS += loadS[mine.truckKinds().get(waiting)];
        }
        List<Integer> coming = new ArrayList<>();
        for (int t = 0; t < shift.trucks.length; t++) {
            ForeignShift.Truck other = shift.trucks[t];
            if (other.doing == ForeignShift.Doing.TO_UNIT
                    && other.unit == unit
                    && other.expectedS < arrivesS) {
                coming.add(t);
            }
        }
        coming.sort(Comparator.comparingDouble(t -> shift.trucks[t].expectedS));
        for (int t : coming) {
            freeS = Math.max(freeS, shift.trucks[t].expectedS) + loadS[mine.truckKinds().get(t)];
        }
        return Math.max(arrivesS, freeS) + loadS[kind] - shift.nowS;
    }
}
