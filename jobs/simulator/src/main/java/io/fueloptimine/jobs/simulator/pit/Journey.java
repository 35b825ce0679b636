package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.mine.Route;
import java.util.List;

/**
 * A truck's way, leg by leg, at one steady speed a leg. Not thread-safe.
 *
 * <p>A journey may be held anywhere and go on from the same metre.
 */
final class Journey {

    private final List<Route.Leg> legs;
    private int index;
    private double doneM;
    private long sinceMs;
    private double speedKph;

    Journey(Route route, double doneM) {
        this.legs = route.legs();
        this.doneM = doneM;
    }

    boolean finished() {
        return index >= legs.size();
    }

    Route.Leg leg() {
        return legs.get(index);
    }

    List<Route.Leg> legsLeft() {
        return legs.subList(index, legs.size());
    }

    int legsDone() {
        return index;
    }

    double speedKph() {
        return speedKph;
    }

    /** Sets off on the current leg; returns when its end is reached, ms. */
    long setOff(long nowMs, double kph) {
        sinceMs = nowMs;
        speedKph = kph;
        double leftM = Math.max(0, leg().segment().lengthM() - doneM);
        return nowMs + Math.max(1, Math.round(leftM * 3_600 / kph));
    }

    /** Stops on the way. */
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

    /** Metres of the current leg behind the truck. */
    double metresAt(long nowMs) {
        double metres = doneM + speedKph * (nowMs - sinceMs) / 3_600;
        return Math.min(leg().segment().lengthM(), metres);
    }
}
