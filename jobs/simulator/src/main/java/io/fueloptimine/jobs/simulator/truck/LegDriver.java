package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.behaviour.OperatorPace;
import io.fueloptimine.jobs.simulator.physics.Air;
import io.fueloptimine.jobs.simulator.physics.Driving;
import io.fueloptimine.jobs.simulator.physics.LegProfile;
import io.fueloptimine.jobs.simulator.physics.Stretch;
import io.fueloptimine.jobs.simulator.physics.TruckPhysics;
import io.fueloptimine.jobs.simulator.random.Purpose;
import io.fueloptimine.jobs.simulator.site.Atmosphere;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.models.mine.Route;
import java.util.List;

/**
 * Decides how fast the operator wants to drive each leg, and lets the physics of the truck find out
 * how it drives. Not thread-safe.
 */
final class LegDriver {

    private static final double MPS_PER_KPH = 1 / 3.6;
    private static final double SMOOTH_ROAD_PCT = 3;

    /** Speed lost per percent of rolling resistance of a rough road, as a share; chosen. */
    private static final double SLOWER_PER_PCT = 0.08;

    /** Power of the pace in the speed at a limit: operators differ less where there is a limit. */
    private static final double LIMIT_COMPLIANCE = 0.6;

    /** Power of the pace in the throttle of a loaded truck, whose engine is near its limit. */
    private static final double LOADED_EAGERNESS = 0.73;

    /** How far ahead of a junction, stop or slower road the operator begins to brake at most, m. */
    private static final double LOOK_AHEAD_M = 150;

    private final PitContext context;
    private final HaulTruck truck;
    private final LegProfile expected = new LegProfile();

    LegDriver(PitContext context, HaulTruck truck) {
        this.context = context;
        this.truck = truck;
    }

    /**
     * Drives the rest of the first leg.
     *
     * @param doneM distance already driven on it, m
     * @param entryMps speed at its beginning, m/s
     */
    void drive(List<Route.Leg> legs, double doneM, double entryMps, long nowMs, LegProfile into) {
        Route.Leg leg = legs.get(0);
        double rollingPct = rollingPct(leg, nowMs);
        double factor = context.conditions().speedFactor(truck.id(), context.instant(nowMs));
        double leftM = leg.segment().lengthM() - doneM;
        drive(legs, leftM, rollingPct, entryMps / factor, pace(), nowMs, into);
        into.scaleSpeed(factor);
    }

    /** Travel time of an average operator on roads as the mine file describes them, s. */
    double expectedS(List<Route.Leg> legs, long nowMs) {
        double seconds = 0;
        double mps = 0;
        for (int i = 0; i < legs.size(); i++) {
            Route.Leg leg = legs.get(i);
            drive(
                    legs.subList(i, legs.size()),
                    leg.segment().lengthM(),
                    leg.segment().rollingResistancePct(),
                    mps,
                    1,
                    nowMs,
                    expected);
            seconds += expected.seconds();
            mps = expected.endMps();
        }
        return seconds;
    }

    private void drive(
            List<Route.Leg> legs,
            double lengthM,
            double rollingPct,
            double entryMps,
            double pace,
            long nowMs,
            LegProfile into) {
        Route.Leg leg = legs.get(0);
        double elevationM =
                context.roads().location(leg.fromLocationId()).elevationM() + leg.riseM() / 2;
        Air air = new Air(Atmosphere.temperatureC(elevationM, nowMs), elevationM);
        Stretch stretch = new Stretch(Math.max(0.1, lengthM), leg.gradePct(), rollingPct);
        double throttle = loaded() ? OperatorPace.LOADED_THROTTLE : OperatorPace.EMPTY_THROTTLE;
        Driving driving =
                new Driving(
                        entryMps,
                        wantedMps(leg, rollingPct, pace),
                        exitMps(legs, pace, nowMs),
                        Math.min(1, throttle * Math.pow(pace, loaded() ? LOADED_EAGERNESS : 1)));
        truck.engine().physics().drive(stretch, driving, truck.payloadT(), air, into);
    }

    /** The speed at the end of the first leg from which the truck can do what comes after. */
    private double exitMps(List<Route.Leg> legs, double pace, long nowMs) {
        if (legs.size() == 1) {
            return 0;
        }
        double allowedMps = passingMps(legs.get(0).toLocationId());
        double aheadM = 0;
        for (int i = 1; i < legs.size() && aheadM < LOOK_AHEAD_M; i++) {
            Route.Leg next = legs.get(i);
            double wantedMps = wantedMps(next, rollingPct(next, nowMs), pace);
            allowedMps = Math.min(allowedMps, TruckPhysics.brakingFromMps(wantedMps, aheadM));
            aheadM += next.segment().lengthM();
            double endMps = i == legs.size() - 1 ? 0 : passingMps(next.toLocationId());
            allowedMps = Math.min(allowedMps, TruckPhysics.brakingFromMps(endMps, aheadM));
        }
        return allowedMps;
    }

    private double passingMps(String locationId) {
        return context.roads().junction(locationId)
                ? OperatorPace.JUNCTION_KPH * MPS_PER_KPH
                : Double.MAX_VALUE / 4;
    }

    private double wantedMps(Route.Leg leg, double rollingPct, double pace) {
        double kph = loaded() ? OperatorPace.LOADED_KPH : OperatorPace.EMPTY_KPH;
        double rough = Math.max(0, rollingPct - SMOOTH_ROAD_PCT);
        double ownKph = pace * kph / (1 + SLOWER_PER_PCT * rough);
        double limitKph = leg.segment().speedLimitKph() * Math.pow(pace, LIMIT_COMPLIANCE);
        return Math.min(ownKph, limitKph) * MPS_PER_KPH;
    }

    private double rollingPct(Route.Leg leg, long nowMs) {
        String segmentId = leg.segment().id();
        return context.surfaces().rollingResistancePct(segmentId, nowMs)
                + context.conditions().extraRollingResistancePct(segmentId, context.instant(nowMs));
    }

    /** The pace of the operator in this cycle. */
    private double pace() {
        Purpose purpose = loaded() ? Purpose.PACE_LOADED : Purpose.PACE_EMPTY;
        double sigma = loaded() ? DurationModel.PACE_SIGMA_LOADED : DurationModel.PACE_SIGMA_EMPTY;
        return truck.schedule().pace()
                * Math.exp(sigma * truck.random().ofCycle(purpose).gaussian());
    }

    private boolean loaded() {
        return truck.payloadT() > 0;
    }
}
