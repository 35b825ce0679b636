package io.fueloptimine.models.dispatch.policy;

import io.fueloptimine.models.dispatch.assignment.AssignmentAttempt;
import io.fueloptimine.models.dispatch.assignment.TruckRequest;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.dispatch.price.TripCost;
import io.fueloptimine.models.mine.dispatch.DispatchAssignment;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.site.Location;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Words the decisions of a rule as assignments. Immutable. */
final class RuleAssignments {

    private final MineSite mine;
    private final long validForS;
    private final List<Location> parkings;

    /**
     * @param validForS time for which an assignment is valid, s
     */
    RuleAssignments(MineSite mine, long validForS) {
        this.mine = mine;
        this.validForS = validForS;
        this.parkings = mine.locationsOf(LocationKind.PARKING);
    }

    /** The location from which a truck starts. */
    static String startOf(Truck truck, TruckRequest request) {
        return request.fromLocationId() == null ? truck.pairedDumpId() : request.fromLocationId();
    }

    /** The haul that a rule has chosen: the loading unit, or the dump of a loaded truck. */
    DispatchAssignment haul(
            Truck truck,
            TruckRequest request,
            AssignmentAttempt attempt,
            HaulOption haul,
            HaulCosts hauls) {
        ReasonCode reason = attempt.reason() == null ? ReasonCode.FIXED_PAIR : attempt.reason();
        Target target =
                request.loaded()
                        ? new Target(Task.OFFLOAD, haul.dump().locationId(), null)
                        : new Target(Task.LOAD, haul.unit().faceId(), haul.unit().id());
        return assignment(truck, request, attempt, target, reason, hauls);
    }

    /** Parking at the nearest parking area; empty when the truck cannot reach one. */
    Optional<DispatchAssignment> parking(
            Truck truck, TruckRequest request, AssignmentAttempt attempt, HaulCosts hauls) {
        return parkings.stream()
                .map(Location::id)
                .filter(place -> travelS(truck, request, place, hauls) < Double.MAX_VALUE)
                .min(Comparator.comparingDouble(place -> travelS(truck, request, place, hauls)))
                .map(place -> new Target(Task.PARK, place, null))
                .map(
                        target ->
                                assignment(
                                        truck,
                                        request,
                                        attempt,
                                        target,
                                        ReasonCode.NO_LOADING_UNIT,
                                        hauls));
    }

    private record Target(Task task, String placeId, String unitId) {}

    private double travelS(Truck truck, TruckRequest request, String place, HaulCosts hauls) {
        return hauls.trip(mine.truckClass(truck.className()), false, startOf(truck, request), place)
                .map(TripCost::seconds)
                .orElse(Double.MAX_VALUE);
    }

    private DispatchAssignment assignment(
            Truck truck,
            TruckRequest request,
            AssignmentAttempt attempt,
            Target target,
            ReasonCode reason,
            HaulCosts hauls) {
        String id =
                DispatchAssignment.idOf(
                        mine.site(), truck.id(), target.task(), request.freeAt(), attempt.number());
        return new DispatchAssignment(
                id,
                null,
                mine.site(),
                truck.id(),
                target.task(),
                target.placeId(),
                target.unitId(),
                hauls.segmentIds(startOf(truck, request), target.placeId()),
                reason,
                0,
                request.freeAt(),
                request.freeAt().plusSeconds(validForS));
    }
}
