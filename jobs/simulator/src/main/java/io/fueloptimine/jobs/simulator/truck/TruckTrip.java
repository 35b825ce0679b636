package io.fueloptimine.jobs.simulator.truck;

import io.fueloptimine.jobs.simulator.behaviour.DurationModel;
import io.fueloptimine.jobs.simulator.physics.LegProfile;
import io.fueloptimine.jobs.simulator.random.Purpose;
import io.fueloptimine.jobs.simulator.site.PitContext;
import io.fueloptimine.jobs.simulator.state.TruckPhase;
import io.fueloptimine.models.mine.site.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drives a truck: route, speed on each leg, and the resulting engine load. */
final class TruckTrip {

    private final PitContext context;
    private final HaulTruck truck;
    private Journey journey;
    private String destinationId;
    private final LegDriver driver;
    private final LegProfile profile = new LegProfile();
    private final LegProfile published = new LegProfile();
    private double speedMps;
    private int legsDriven;
    private long legEndMs;

    TruckTrip(PitContext context, HaulTruck truck) {
        this.context = context;
        this.truck = truck;
        driver = new LegDriver(context, truck);
    }

    String destinationId() {
        return destinationId;
    }

    /** The planned journey; null when there is no destination or no open route to it. */
    Journey journey() {
        return journey;
    }

    /** Legs driven since {@link #countLegsAnew}. */
    int legsDriven() {
        return legsDriven;
    }

    void countLegsAnew() {
        legsDriven = 0;
    }

    /** Speed, m/s; 0 while the truck is stopped. */
    double speedMps(long nowMs) {
        return journey == null || journey.finished() ? 0 : journey.speedKph(nowMs) / 3.6;
    }

    /** Continues in the state of a snapshot. */
    void restore(int legs, double mps) {
        legsDriven = legs;
        speedMps = mps;
    }

    /** Whether only one leg of the journey is left. */
    boolean onLastLeg() {
        return journey.legsLeft().size() == 1;
    }

    /** Discards the journey. The truck is then at a location. */
    void clear() {
        journey = null;
        destinationId = null;
    }

    /**
     * Drives to a destination. While there is no open route, the truck stands and waits.
     *
     * @param segmentIds the road segments that an assignment prescribes; empty for the shortest
     *     route
     */
    void drive(TruckPhase how, String destination, List<String> segmentIds, long nowMs) {
        truck.settle(nowMs);
        boolean loaded = truck.payloadT() > 0;
        if (truck.phase() != how) {
            speedMps = 0;
        }
        boolean routed = replan(destination, segmentIds, 0);
        if (routed && (how == TruckPhase.TO_LOAD || how == TruckPhase.HAULING)) {
            truck.times().expectTravel(expectedS(loaded, nowMs), loaded);
        }
        continueTrip(how, nowMs);
    }

    /**
     * Continues the planned journey.
     *
     * @param how the phase of the truck during the journey
     */
    void continueTrip(TruckPhase how, long nowMs) {
        if (journey == null) {
            truck.driver().waitForOpenRoad(how, nowMs);
            return;
        }
        if (truck.phase() != how) {
            truck.enter(how, null, nowMs);
        }
        if (journey.finished()) {
            truck.driver().arrived(nowMs);
        } else if (!truck.driver().stops().onRoad(nowMs)) {
            truck.scheduleEvent(startLeg(nowMs));
        }
    }

    /**
     * Continues the journey after a stop. If a road ahead has been closed, the truck takes another
     * route.
     */
    void continueAfterStop(TruckPhase how, long nowMs) {
        speedMps = 0;
        if (journey == null || blocked() && journey.metresAt(nowMs) == 0) {
            replan(destinationId, List.of(), 0);
        }
        continueTrip(how, nowMs);
    }

    /** Handles the arrival at the end of a leg, or a breakdown before it. */
    void runEvent(long nowMs) {
        if (nowMs < legEndMs) {
            truck.driver().stops().breakDownOnRoad(nowMs);
        } else {
            endLeg(nowMs);
        }
    }

    /** Stops the truck on the current leg. */
    void hold(long nowMs) {
        if (journey != null && !journey.finished()) {
            journey.hold(nowMs);
            context.traffic().stop(truck.id());
        }
    }

    private void endLeg(long nowMs) {
        context.traffic().leave(truck.id());
        Route.Leg leg = journey.leg();
        truck.times()
                .legDriven(
                        leg.gradePct(),
                        truck.payloadT() > 0,
                        leg.segment().lengthM(),
                        journey.drivenS(nowMs));
        context.surfaces()
                .driven(
                        leg.segment().id(),
                        truck.engine().truckClass().emptyMassT() + truck.payloadT());
        speedMps = profile.endMps();
        truck.moveTo(leg.toLocationId());
        journey.nextLeg();
        legsDriven++;
        if (!truck.driver().diverted(nowMs)) {
            if (!journey.finished() && blocked()) {
                replan(destinationId, List.of(), 0);
            }
            continueTrip(truck.phase(), nowMs);
        }
    }

    /**
     * Plans a route from the truck's location.
     *
     * @param doneM distance already driven on the first leg, m
     * @return whether there is an open route
     */
    boolean replan(String destination, List<String> segmentIds, double doneM) {
        destinationId = destination;
        Optional<Route> route =
                segmentIds.isEmpty()
                        ? Optional.empty()
                        : context.roads().shortestOver(truck.placeId(), destination, segmentIds);
        route = route.isPresent() ? route : context.roads().shortest(truck.placeId(), destination);
        journey = route.map(found -> new Journey(found, doneM)).orElse(null);
        return journey != null;
    }

    /** Whether a road segment ahead of the truck is closed. */
    private boolean blocked() {
        Set<String> closed = context.roads().closed();
        return !closed.isEmpty()
                && journey.legsLeft().stream().anyMatch(leg -> closed.contains(leg.segment().id()));
    }

    /**
     * Starts or continues the current leg and returns the time of the next event, in ms since the
     * epoch: the end of the leg, or a breakdown before it.
     */
    private long startLeg(long nowMs) {
        List<Route.Leg> legs = journey.legsLeft();
        Route.Leg leg = legs.get(0);
        Route.Leg next = legs.size() > 1 ? legs.get(1) : null;
        driver.drive(legs, journey.doneM(), speedMps, nowMs, profile);
        observeLitres(leg, legs, nowMs);
        long ownMs = nowMs + Math.max(1, Math.round(1_000 * profile.seconds()));
        long exitMs =
                context.traffic()
                        .plannedExitMs(truck.id(), leg)
                        .orElseGet(
                                () ->
                                        context.traffic()
                                                .earliestExitMs(truck.id(), leg, next, ownMs));
        if (exitMs != ownMs) {
            double seconds = Math.max(1, exitMs - nowMs) / 1_000.0;
            driver.driveFor(seconds, legs, journey.doneM(), speedMps, nowMs, profile);
        }
        truck.engine().drive(profile, context.roads().location(leg.toLocationId()), nowMs);
        legEndMs = journey.start(nowMs, profile);
        context.traffic().enter(truck.id(), leg, next, legEndMs, nowMs);
        return Math.min(legEndMs, truck.driver().stops().nextOnRoadMs());
    }

    private void observeLitres(Route.Leg leg, List<Route.Leg> legs, long nowMs) {
        if (context.observer().wantsLegLitres()) {
            driver.driveAsPublished(legs, journey.doneM(), speedMps, nowMs, published);
            context.observer()
                    .legLitres(
                            leg.segment().id(),
                            nowMs,
                            profile.litres(),
                            published.litres(),
                            truck.engine().drivingFactor(context.instant(nowMs)));
        }
    }

    /**
     * Travel time of the planned journey according to the travel table of the fleet system, s. The
     * error of the table is drawn at random.
     */
    private double expectedS(boolean loaded, long nowMs) {
        double table = loaded ? DurationModel.TABLE_LOADED : DurationModel.TABLE_EMPTY;
        double sigma = loaded ? DurationModel.TABLE_SIGMA_LOADED : DurationModel.TABLE_SIGMA_EMPTY;
        Purpose purpose = loaded ? Purpose.TRAVEL_TABLE_LOADED : Purpose.TRAVEL_TABLE_EMPTY;
        return driver.expectedS(journey.legsLeft(), nowMs)
                * table
                * Math.exp(sigma * truck.random().ofCycle(purpose).gaussian());
    }
}
