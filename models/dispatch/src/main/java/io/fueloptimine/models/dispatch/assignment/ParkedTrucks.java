package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.fleet.WorkStatus;
import io.fueloptimine.models.mine.dispatch.ReasonCode;
import io.fueloptimine.models.mine.dispatch.Task;
import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Orders for trucks that are parked. A truck returns to work when it is needed for the tonnes left
 * and a load waits for it soon; the others stay. It stays for a shortest time, except while a
 * highest rate of people applies, which may have held it back. Thread-safe.
 */
final class ParkedTrucks {

    private final MineSite site;
    private final AssignerSettings settings;
    private final DecisionContexts contexts;
    private final TrucksInService trucks;
    private final TaskSelection nextTask;
    private final DecisionRecords records;

    ParkedTrucks(
            MineSite site,
            AssignerSettings settings,
            DecisionContexts contexts,
            TrucksInService trucks,
            TaskSelection nextTask,
            DecisionRecords records) {
        this.site = site;
        this.settings = settings;
        this.contexts = contexts;
        this.trucks = trucks;
        this.nextTask = nextTask;
        this.records = records;
    }

    /**
     * The assignments of parked trucks at a time.
     *
     * @param context the situation without an order for any of them
     * @param needed the trucks that are needed; empty when no truck is surplus
     */
    private record Moment(Instant at, DecisionContext context, Optional<Set<String>> needed) {}

    List<AssignmentDecision> check(AssignmentState state, Instant at) {
        List<AssignmentDecision> decisions = new ArrayList<>();
        AssignmentState current = state;
        Moment moment = null;
        for (Truck truck : site.trucks()) {
            TruckState parked = current.fleet().truck(truck.id());
            if (parked.state() != ProductionState.PARKED) {
                continue;
            }
            if (moment == null) {
                moment = new Moment(at, contexts.at(current, null, at), trucks.needed(current, at));
            }
            Optional<AssignmentDecision> decision = order(current, truck, parked, moment);
            if (decision.isPresent()) {
                decisions.add(decision.get());
                current = decision.get().state();
                // A truck that leaves takes a load from the others.
                moment = decision.get().assignment().task() == Task.PARK ? moment : null;
            }
        }
        return decisions;
    }

    private Optional<AssignmentDecision> order(
            AssignmentState state, Truck truck, TruckState parked, Moment moment) {
        Instant at = moment.at();
        TruckRequest request = TruckRequest.empty(truck.id(), parked.locationId(), at);
        Destinations destinations =
                new Destinations(
                        site,
                        moment.context(),
                        truck,
                        TaskSelection.startOf(state, truck, request));
        boolean byOrder = parked.task() == Task.PARK && parked.status() == WorkStatus.PARKED;
        boolean surplus = TrucksInService.isSurplus(state, truck, moment.needed());
        if (!surplus && !byOrder) {
            return Optional.empty();
        }
        boolean mayLeave =
                moment.context().limits().apply()
                        || !at.isBefore(parked.statusSince().plusSeconds(settings.minParkedS()));
        if (surplus || !loadWaits(destinations)) {
            return stay(state, truck, parked, byOrder, destinations, request);
        }
        return mayLeave ? recalled(state, truck, parked, destinations, request) : Optional.empty();
    }

    private boolean loadWaits(Destinations destinations) {
        return destinations
                .load(0, List.of())
                .filter(load -> load.earlyS() <= settings.returnAheadS())
                .isPresent();
    }

    private Optional<AssignmentDecision> recalled(
            AssignmentState state,
            Truck truck,
            TruckState parked,
            Destinations destinations,
            TruckRequest request) {
        AssignmentAttempt attempt = new AssignmentAttempt(1, List.of(), 0, ReasonCode.RECALLED);
        AssignmentState working =
                state.with(parked.withStatus(WorkStatus.WORKING, request.freeAt()));
        TaskOption choice = nextTask.choose(working, truck, request, destinations, attempt, false);
        return choice.task() == Task.PARK
                ? Optional.empty()
                : Optional.of(records.of(working, truck, request, choice, attempt));
    }

    /**
     * A truck that parks by itself gets the assignment to stay, and gets it again before it would
     * look for work by itself.
     */
    private Optional<AssignmentDecision> stay(
            AssignmentState state,
            Truck truck,
            TruckState parked,
            boolean byOrder,
            Destinations destinations,
            TruckRequest request) {
        Instant at = request.freeAt();
        boolean sentLately =
                byOrder
                        ? at.isBefore(parked.freeAt().plusSeconds(settings.stayParkedS()))
                        : parked.freeAt() != null && !parked.freeAt().isBefore(parked.stateAt());
        AssignmentAttempt first = AssignmentAttempt.first();
        return sentLately
                ? Optional.empty()
                : nextTask.parking(truck, destinations, List.of())
                        .map(option -> records.of(state, truck, request, option, first));
    }
}
