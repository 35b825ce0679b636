package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.models.mine.Route;
import java.util.List;

/**
 * A truck's progress along a route, at a constant speed on each leg. The truck can stop at any
 * point and continue from the same point. Not thread-safe.
 */
public final class Journey {

    private final List<Route.Leg> legs;
    private int index;
    private double doneM;
    private long sinceMs;
    private double speedKph;

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

    int legsDone() {
        return index;
    }

    public double speedKph() {
        return speedKph;
    }

    /**
     * Starts or continues the current leg and returns the time at which the truck reaches the end
     * of the leg, in ms since the epoch.
     */
    long start(long nowMs, double kph) {
        sinceMs = nowMs;
        speedKph = kph;
        double leftM = Math.max(0, leg().segment().lengthM() - doneM);
        return nowMs + Math.max(1, Math.round(leftM * 3_600 / kph));
    }

    /** Stops the truck on the current leg. */
    void hold(long nowMs) {
        doneM = metresAt(nowMs);
        sinceMs = nowMs;
        speedKph = 0;
    }

    void nextLeg() {
        index++;
        doneM = 0;
        speedKph = 0;
    }

    /** Distance driven on the current leg, m. */
    public double metresAt(long nowMs) {
        double metres = doneM + speedKph * (nowMs - sinceMs) / 3_600;
        return Math.min(leg().segment().lengthM(), metres);
    }
}
