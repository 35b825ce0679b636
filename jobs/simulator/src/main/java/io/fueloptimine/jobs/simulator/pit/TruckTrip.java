package io.fueloptimine.jobs.simulator.pit;

import io.fueloptimine.models.fuel.HaulPhysics;
import io.fueloptimine.models.mine.Route;
import io.fueloptimine.models.mine.TruckClass;
import java.util.List;
import java.util.Optional;

/** A truck's driving: the way it takes, how fast it goes on each leg, and what that burns. */
final class TruckTrip {

    private static final double CRAWL_KPH = 3;

    private final PitWorld world;
    private final HaulTruck truck;
    private Journey journey;
    private String destinationId;
    private double paceFactor = 1;
    private double resistancePct;

    TruckTrip(PitWorld world, HaulTruck truck) {
        this.world = world;
        this.truck = truck;
    }

    String destinationId() {
        return destinationId;
    }

    Journey journey() {
        return journey;
    }

    /** Forgets the way; the truck stands at its place. */
    void clear() {
        journey = null;
        destinationId = null;
    }

    /**
     * Plans a way from the truck's place and draws how briskly its driver takes it.
     *
     * @param wanted the segments that an assignment names; empty for the shortest way
     * @return whether there is a way
     */
    boolean plan(String destination, List<String> wanted, boolean loaded) {
        double sigma = loaded ? Habits.PACE_SIGMA_LOADED : Habits.PACE_SIGMA_EMPTY;
        paceFactor = Math.exp(sigma * truck.dice.gaussian());
        return planAgain(destination, wanted, 0);
    }

    /** Plans from here on without a new driver's mood. */
    boolean planAgain(String destination, List<String> wanted, double doneM) {
        destinationId = destination;
        Optional<Route> way =
                wanted.isEmpty()
                        ? Optional.empty()
                        : world.ways.named(truck.place, destination, wanted);
        way = way.isPresent() ? way : world.ways.way(truck.place, destination);
        journey = way.map(route -> new Journey(route, doneM)).orElse(null);
        return journey != null;
    }

    /** Whether the road ahead has been closed. */
    boolean blocked() {
        return !world.ways.closed().isEmpty()
                && journey.legsLeft().stream()
                        .anyMatch(leg -> world.ways.closed().contains(leg.segment().id()));
    }

    /** Sets off on the next leg; returns when its end is reached, ms. */
    long setOff(long nowMs) {
        Route.Leg leg = journey.leg();
        double extraPct =
                world.conditions.extraRollingResistancePct(
                        leg.segment().id(), world.instant(nowMs));
        resistancePct = leg.segment().rollingResistancePct() + extraPct;
        double speedKph = speedKph(leg, resistancePct, paceFactor);
        truck.engine.drive(truck.payloadT, speedKph, leg.gradePct(), resistancePct);
        return journey.setOff(nowMs, speedKph);
    }

    /** What the mine's travel table says about the way ahead, s; it is out by some. */
    double expectedS(boolean loaded) {
        double seconds = 0;
        for (Route.Leg leg : journey.legsLeft()) {
            double kph = speedKph(leg, leg.segment().rollingResistancePct(), 1);
            seconds += leg.segment().lengthM() * 3.6 / kph;
        }
        double table = loaded ? Habits.TABLE_LOADED : Habits.TABLE_EMPTY;
        double sigma = loaded ? Habits.TABLE_SIGMA_LOADED : Habits.TABLE_SIGMA_EMPTY;
        return seconds * table * Math.exp(sigma * truck.dice.gaussian());
    }

    double speedNowKph() {
        return journey == null || journey.finished() ? 0 : journey.speedKph();
    }

    private double speedKph(Route.Leg leg, double resistance, double pace) {
        TruckClass truckClass = truck.engine.truckClass;
        double limit =
                Math.min(
                        leg.segment().speedLimitKph(),
                        pace * RoadPace.paceKph(leg.gradePct(), truck.payloadT > 0));
        return Math.max(
                CRAWL_KPH,
                HaulPhysics.maxSpeedKph(
                        truckClass, truck.payloadT, leg.gradePct(), resistance, limit));
    }
}
