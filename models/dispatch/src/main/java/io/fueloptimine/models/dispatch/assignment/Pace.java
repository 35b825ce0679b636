package io.fueloptimine.models.dispatch.assignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many loads are left at each loading unit, and in what time the trucks in service can fetch
 * them, so that all units end together.
 *
 * @param loadsLeft loads that are still to begin, by loading unit
 * @param leftT tonnes that are still to be loaded, t
 * @param endS time until the last load begins, s
 * @param leastS least time for the loads left, because people require a highest rate, s, by unit
 */
record Pace(Map<String, Double> loadsLeft, double leftT, double endS, Map<String, Double> leastS) {

    private static final double SECONDS_PER_HOUR = 3_600;

    /** The time in which the loads left of a unit are to begin, s. */
    double endS(String unitId) {
        return Math.max(endS, leastS.getOrDefault(unitId, 0.0));
    }

    /**
     * The pace at one moment.
     *
     * @param truckSeconds seconds of one truck for a load of each loading unit, by unit
     * @param working number of trucks that always work and move as much as the trucks in service
     * @param loadT mean payload, t
     */
    static Pace of(
            FleetOutlook outlook,
            WorkTargets targets,
            Map<String, Double> truckSeconds,
            double working,
            double loadT) {
        Map<String, Double> loadsLeft = new HashMap<>();
        Map<String, Double> leastS = new HashMap<>();
        Map<String, Integer> unitsAt = new HashMap<>();
        outlook.units().forEach(unit -> unitsAt.merge(unit.unit().faceId(), 1, Integer::sum));
        double leftT = 0;
        double truckS = 0;
        double longestS = 0;
        for (UnitOutlook unit : outlook.units()) {
            String faceId = unit.unit().faceId();
            double unitT = targets.faceLeftT(faceId, loadT) / unitsAt.get(faceId);
            // The load of the truck at the unit counts when the truck leaves.
            double loads = unitT / loadT - (unit.busyS() > 0 && unitT > 0 ? 1 : 0);
            if (unitT > 0 && targets.work().measured()) {
                loads = Math.max(loads, unit.arrivalsS().size() + 1);
            }
            loadsLeft.put(unit.unit().id(), loads);
            leastS.put(unit.unit().id(), SECONDS_PER_HOUR * targets.leastHours(faceId, loadT));
            leftT += unitT;
            truckS += Math.max(0, loads) * truckSeconds.getOrDefault(unit.unit().id(), 0.0);
            longestS = Math.max(longestS, loads * unit.serviceS());
        }
        double endS = Math.max(longestS, truckS / Math.max(0.1, working));
        return new Pace(loadsLeft, leftT, endS, leastS);
    }

    /** Seconds of one truck for a load of each loading unit: both trips to the nearest dump. */
    static Map<String, Double> truckSeconds(
            NearestDumps dumps, List<UnitOutlook> units, AssignerSettings settings) {
        Map<String, Double> seconds = new HashMap<>();
        for (UnitOutlook outlook : units) {
            seconds.put(
                    outlook.unit().id(),
                    dumps.bothTripsS(outlook.unit()) + outlook.serviceS() + settings.dumpS());
        }
        return seconds;
    }
}
