package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.LocationKind;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.util.List;
import java.util.Optional;

/**
 * Priority rules for the next task of a truck: a loaded truck dumps; an empty truck refuels when
 * its tank is low, parks when it is not needed for the tonnes left, and loads otherwise. A truck
 * that cannot reach any destination waits. Stateless and thread-safe.
 */
final class TaskSelection {

    private final MineSite site;
    private final AssignerSettings settings;

    TaskSelection(MineSite site, AssignerSettings settings) {
        this.site = site;
        this.settings = settings;
    }

    /**
     * The next task.
     *
     * @param surplus whether the truck is not needed for the tonnes left
     */
    TaskOption choose(
            AssignmentState state,
            Truck truck,
            TruckRequest request,
            Destinations destinations,
            AssignmentAttempt attempt,
            boolean surplus) {
        return request.loaded()
                ? whenLoaded(state, truck, request, destinations, attempt)
                : whenEmpty(state, truck, request, destinations, attempt, surplus);
    }

    /**
     * The location from which the truck starts: the one in the request, or the best known one if
     * the request names none.
     */
    static String startOf(AssignmentState state, Truck truck, TruckRequest request) {
        if (request.fromLocationId() != null) {
            return request.fromLocationId();
        }
        String known = state.fleet().truck(truck.id()).locationId();
        return known == null ? truck.pairedDumpId() : known;
    }

    private TaskOption whenLoaded(
            AssignmentState state,
            Truck truck,
            TruckRequest request,
            Destinations destinations,
            AssignmentAttempt attempt) {
        return destinations
                .bestDump(materialOf(state, truck, request), attempt.refused())
                .map(attempt::reasoned)
                .orElseGet(() -> waiting(state, truck, request));
    }

    private TaskOption whenEmpty(
            AssignmentState state,
            Truck truck,
            TruckRequest request,
            Destinations destinations,
            AssignmentAttempt attempt,
            boolean surplus) {
        return fuel(state, truck, destinations, attempt.refused())
                .or(
                        () ->
                                surplus
                                        ? parking(truck, destinations, attempt.refused())
                                        : Optional.empty())
                .or(
                        () ->
                                destinations
                                        .bestUnit(freeInS(state, truck), attempt.refused())
                                        .map(attempt::reasoned))
                .or(
                        () ->
                                destinations
                                        .nearest(
                                                LocationKind.PARKING,
                                                Task.PARK,
                                                Integer.MAX_VALUE,
                                                attempt.refused())
                                        .map(
                                                choice ->
                                                        choice.because(
                                                                withoutLoad(
                                                                        destinations,
                                                                        freeInS(state, truck)))))
                .orElseGet(() -> waiting(state, truck, request));
    }

    private static ReasonCode withoutLoad(Destinations destinations, double freeInS) {
        return destinations.isHeldBack(freeInS)
                ? ReasonCode.HIGHEST_RATE
                : ReasonCode.NO_LOADING_UNIT;
    }

    private Optional<TaskOption> fuel(
            AssignmentState state, Truck truck, Destinations destinations, List<String> refused) {
        Double levelPct = state.fleet().truck(truck.id()).fuelLevelPct();
        if (levelPct == null) {
            return Optional.empty();
        }
        double tankL = site.truckClass(truck.className()).tankL();
        double afterNextCyclePct = levelPct - 100 * destinations.pairCycleL() / tankL;
        if (levelPct <= settings.criticalFuelPct()
                || afterNextCyclePct <= settings.criticalFuelPct()) {
            return destinations
                    .nearest(LocationKind.FUEL_BAY, Task.FUEL, Integer.MAX_VALUE, refused)
                    .map(choice -> choice.because(ReasonCode.CRITICAL_FUEL));
        }
        if (levelPct < settings.candidateFuelPct()) {
            return destinations
                    .nearest(LocationKind.FUEL_BAY, Task.FUEL, settings.fuelBayPlaces(), refused)
                    .map(choice -> choice.because(ReasonCode.LOW_FUEL));
        }
        return Optional.empty();
    }

    /** Time until the truck has dumped, s; 0 when it does not dump. */
    private double freeInS(AssignmentState state, Truck truck) {
        return state.fleet().truck(truck.id()).state() == ProductionState.DUMPING
                ? settings.dumpS()
                : 0;
    }

    /** Parking of a truck that is not needed. */
    Optional<TaskOption> parking(Truck truck, Destinations destinations, List<String> refused) {
        double idleLph = site.truckClass(truck.className()).idleLph();
        return destinations
                .nearest(LocationKind.PARKING, Task.PARK, Integer.MAX_VALUE, refused)
                .map(
                        place ->
                                new TaskOption(
                                        Task.PARK,
                                        place.destinationId(),
                                        null,
                                        place.segmentIds(),
                                        place.costL(),
                                        ReasonCode.SURPLUS,
                                        idleLph * settings.minParkedS() / 3_600 - place.costL()));
    }

    private TaskOption waiting(AssignmentState state, Truck truck, TruckRequest request) {
        String place = startOf(state, truck, request);
        return new TaskOption(Task.WAIT, place, null, List.of(), 0, ReasonCode.NO_WAY, 0);
    }

    private Material materialOf(AssignmentState state, Truck truck, TruckRequest request) {
        String unitId =
                request.unitId() == null
                        ? state.fleet().truck(truck.id()).unitId()
                        : request.unitId();
        return site.loadingUnits().stream()
                .filter(
                        unit ->
                                unit.id().equals(unitId)
                                        || unitId == null
                                                && unit.faceId().equals(request.fromLocationId()))
                .findFirst()
                .or(() -> site.loadingUnit(truck.pairedLoadingUnitId()))
                .map(LoadingUnit::material)
                .orElse(Material.WASTE);
    }
}
