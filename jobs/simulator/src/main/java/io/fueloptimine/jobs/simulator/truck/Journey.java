package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.physics.LegProfile;
import io.fueloptimine.models.mine.site.Route;
import java.util.List;

/**
 * A truck's progress along a route. The truck can stop at any point and continue from the same
 * point. Not thread-safe.
 */
public final class Journey {

    private final List<Route.Leg> legs;
    private int index;
    private double doneM;
    private long sinceMs;
    private double drivenS;
    private LegProfile profile;

    /**
     * @param doneM distance already driven on the first leg, m
     */
    Journey(Route route, double doneM) {
        this.legs = route.legs();
        this.doneM = doneM;
    }

    public boolean finished() {
        return index >= legs.size();
    }

    /** The current leg. */
    public Route.Leg leg() {
        return legs.get(index);
    }

    /** The current leg and all legs after it. */
    List<Route.Leg> legsLeft() {
        return legs.subList(index, legs.size());
    }

    /** Distance driven on the current leg before the last stop on it, m. */
    double doneM() {
        return doneM;
    }

    /** Speed, km/h; 0 while the truck is stopped. */
    public double speedKph(long nowMs) {
        return profile == null ? 0 : profile.kphAt(seconds(nowMs));
    }

    /** Time driven on the current leg, s. */
    double drivenS(long nowMs) {
        return drivenS + (profile == null ? 0 : seconds(nowMs));
    }

    /**
     * Starts or continues the current leg and returns the time at which the truck reaches the end
     * of the leg, in ms since the epoch.
     *
     * @param rest how the truck drives the rest of the leg
     */
    long start(long nowMs, LegProfile rest) {
        sinceMs = nowMs;
        profile = rest;
        return nowMs + Math.max(1, Math.round(1_000 * rest.seconds()));
    }

    /** Stops the truck on the current leg. */
    void hold(long nowMs) {
        doneM = metresAt(nowMs);
        drivenS = drivenS(nowMs);
        profile = null;
    }

    void nextLeg() {
        index++;
        doneM = 0;
        drivenS = 0;
        profile = null;
    }

    /** Distance driven on the current leg, m. */
    public double metresAt(long nowMs) {
        double metres = profile == null ? doneM : doneM + profile.metresAt(seconds(nowMs));
        return Math.min(leg().segment().lengthM(), metres);
    }

    private double seconds(long nowMs) {
        return (nowMs - sinceMs) / 1_000.0;
    }
}
