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
import io.fueloptimine.models.mine.site.Route;
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

    /** Speed below which an operator behind other trucks stops instead, m/s; chosen. */
    private static final double SLOWEST_MPS = 1.5;

    /** How often a slower speed is tried until the leg takes the wanted time within a share. */
    private static final int TRIES = 6;

    private static final double CLOSE = 0.02;

    /** The share at the last try: on a few metres, a truck cannot change its speed by much. */
    private static final double ROUGHLY = 0.2;

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
        double factor = speedFactor(leg, nowMs);
        Driving driving = driving(legs, rollingPct, entryMps / factor, pace(), nowMs);
        drive(leg, leg.segment().lengthM() - doneM, rollingPct, driving, nowMs, into);
        into.scaleSpeed(factor);
    }

    /**
     * Drives the rest of the first leg behind other trucks, so that it takes that long: slower, or
     * with a stop at the end if the operator would have to creep.
     *
     * @param seconds time until the end of the leg, s
     * @param into how the operator would drive without other trucks; replaced by how the operator
     *     drives
     */
    void driveFor(
            double seconds,
            List<Route.Leg> legs,
            double doneM,
            double entryMps,
            long nowMs,
            LegProfile into) {
        if (near(into, seconds, CLOSE)) {
            into.scaleSpeed(into.seconds() / seconds);
            return;
        }
        Route.Leg leg = legs.get(0);
        double factor = speedFactor(leg, nowMs);
        double restM = leg.segment().lengthM() - doneM;
        double rollingPct = rollingPct(leg, nowMs);
        Driving own = driving(legs, rollingPct, entryMps / factor, pace(), nowMs);
        double wantedMps = restM / (seconds * factor);
        for (int i = 0; i < TRIES && wantedMps > SLOWEST_MPS; i++) {
            drive(leg, restM, rollingPct, own.notFasterThan(wantedMps), nowMs, into);
            if (near(into, seconds * factor, i == TRIES - 1 ? ROUGHLY : CLOSE)) {
                into.scaleSpeed(into.seconds() / seconds);
                return;
            }
            wantedMps *= into.seconds() / (seconds * factor);
        }
        Driving slowly = own.notFasterThan(Math.max(SLOWEST_MPS, restM / seconds));
        drive(leg, restM, rollingPct, slowly.toStop(), nowMs, into);
        into.scaleSpeed(factor);
        if (into.seconds() < seconds) {
            double idleLph = truck.engine().physics().idleLph(air(leg, nowMs));
            into.stand(seconds - into.seconds(), idleLph);
        } else {
            into.scaleSpeed(into.seconds() / seconds);
        }
    }

    /**
     * Drives the rest of the first leg as on a road with the rolling resistance of the mine file,
     * without other trucks. For observers only.
     */
    void driveAsPublished(
            List<Route.Leg> legs, double doneM, double entryMps, long nowMs, LegProfile into) {
        Route.Leg leg = legs.get(0);
        double rollingPct = leg.segment().rollingResistancePct();
        double factor = speedFactor(leg, nowMs);
        Driving driving = driving(legs, rollingPct, entryMps / factor, pace(), nowMs);
        drive(leg, leg.segment().lengthM() - doneM, rollingPct, driving, nowMs, into);
        into.scaleSpeed(factor);
    }

    private double speedFactor(Route.Leg leg, long nowMs) {
        return context.conditions()
                .speedFactor(truck.id(), leg.segment().id(), context.instant(nowMs));
    }

    private static boolean near(LegProfile profile, double seconds, double share) {
        return Math.abs(profile.seconds() / seconds - 1) < share;
    }

    /** Travel time of an average operator on roads as the mine file describes them, s. */
    double expectedS(List<Route.Leg> legs, long nowMs) {
        double seconds = 0;
        double mps = 0;
        for (int i = 0; i < legs.size(); i++) {
            Route.Leg leg = legs.get(i);
            double rollingPct = leg.segment().rollingResistancePct();
            Driving driving = driving(legs.subList(i, legs.size()), rollingPct, mps, 1, nowMs);
            drive(leg, leg.segment().lengthM(), rollingPct, driving, nowMs, expected);
            seconds += expected.seconds();
            mps = expected.endMps();
        }
        return seconds;
    }

    private Driving driving(
            List<Route.Leg> legs, double rollingPct, double entryMps, double pace, long nowMs) {
        double throttle = loaded() ? OperatorPace.LOADED_THROTTLE : OperatorPace.EMPTY_THROTTLE;
        return new Driving(
                entryMps,
                wantedMps(legs.get(0), rollingPct, pace),
                exitMps(legs, pace, nowMs),
                Math.min(1, throttle * Math.pow(pace, loaded() ? LOADED_EAGERNESS : 1)));
    }

    private void drive(
            Route.Leg leg,
            double lengthM,
            double rollingPct,
            Driving driving,
            long nowMs,
            LegProfile into) {
        Stretch stretch = new Stretch(Math.max(0.1, lengthM), leg.gradePct(), rollingPct);
        truck.engine().physics().drive(stretch, driving, truck.payloadT(), air(leg, nowMs), into);
    }

    private Air air(Route.Leg leg, long nowMs) {
        double elevationM =
                context.roads().location(leg.fromLocationId()).elevationM() + leg.riseM() / 2;
        return new Air(Atmosphere.temperatureC(elevationM, nowMs), elevationM);
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
        return context.conditions()
                .rollingResistancePct(
                        segmentId,
                        context.surfaces().rollingResistancePct(segmentId, nowMs),
                        context.instant(nowMs));
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
