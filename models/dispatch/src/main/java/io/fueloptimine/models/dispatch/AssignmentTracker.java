package io.fueloptimine.models.dispatch;

import io.fueloptimine.models.mine.DispatchPlan;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.PlannedFlow;
import io.fueloptimine.models.mine.ProductionState;
import io.fueloptimine.models.mine.StateChange;
import io.fueloptimine.models.mine.StopReason;
import io.fueloptimine.models.mine.Task;
import io.fueloptimine.models.mine.Truck;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Updates the {@link AssignmentState} with state changes of machines and with new plans.
 * Thread-safe.
 */
public final class AssignmentTracker {

    private static final Set<ProductionState> STANDING =
            EnumSet.of(ProductionState.PARKED, ProductionState.STOPPED, ProductionState.OFF);

    private final MineSite site;
    private final AssignerSettings settings;

    public AssignmentTracker(MineSite site, AssignerSettings settings) {
        this.site = site;
        this.settings = settings;
    }

    /**
     * Applies a state change of a truck.
     *
     * @return the updated state; the unchanged {@code book} if a newer state change of the truck
     *     was applied before
     */
    public AssignmentState withTruckState(
            AssignmentState book, String truckId, StateChange said, Instant at) {
        TruckDuty before = book.duty(truckId);
        if (before.stateAt() != null && at.isBefore(before.stateAt())) {
            return book;
        }
        String loadedBy = said.state() == ProductionState.LOADING ? said.counterpartId() : null;
        TruckDuty after =
                before.saying(said.state(), at, said.locationId(), said.fuelLevelPct(), loadedBy)
                        .withStatus(statusOf(said, before), at);
        return withSurplus(book.with(after), at);
    }

    /**
     * The request that follows from a state change: a truck that starts to dump needs its next
     * task, a truck that is being loaded needs a dump, and a truck that leaves a stop without an
     * assignment needs a task.
     *
     * @param before the truck's duty before the state change
     */
    public Optional<TruckRequest> requestOf(TruckDuty before, StateChange said, Instant at) {
        String truckId = before.truckId();
        ProductionState previous =
                said.previousState() == null ? before.state() : said.previousState();
        return switch (said.state()) {
            case DUMPING -> Optional.of(TruckRequest.empty(truckId, said.locationId(), at));
            case LOADING ->
                    Optional.of(
                            TruckRequest.loaded(
                                    truckId, said.locationId(), said.counterpartId(), at));
            case DRIVING ->
                    STANDING.contains(previous) && said.assignmentId() == null
                            ? Optional.of(TruckRequest.empty(truckId, said.locationId(), at))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static DutyStatus statusOf(StateChange said, TruckDuty before) {
        boolean stands =
                said.state() == ProductionState.PARKED || said.state() == ProductionState.OFF;
        if (said.stopReason() == StopReason.DOWN) {
            return DutyStatus.DOWN;
        }
        // A break or a shift change ends without an assignment, so the truck still counts as
        // working.
        if (said.stopReason() == StopReason.SHIFT_CHANGE || said.stopReason() == StopReason.BREAK) {
            return DutyStatus.WORKING;
        }
        boolean onItsWayToPark =
                before.status() == DutyStatus.PARKED
                        && before.task() == Task.PARK
                        && (said.state() == ProductionState.DRIVING
                                || said.state() == ProductionState.DUMPING);
        return stands || onItsWayToPark ? DutyStatus.PARKED : DutyStatus.WORKING;
    }

    /** Marks a loading unit or dump as down or as in service. */
    public AssignmentState withMachineUp(AssignmentState book, String machineId, boolean up) {
        return book.withDown(
                up
                        ? ImmutableCopies.without(book.downMachineIds(), machineId)
                        : ImmutableCopies.with(book.downMachineIds(), machineId));
    }

    /**
     * Applies a new plan and the closures it was made for. The number of trips behind the previous
     * plan is carried over, limited to the configured maximum.
     */
    public AssignmentState planned(
            AssignmentState book, DispatchPlan plan, FleetSituation situation) {
        Map<String, LegTripCount> tallies = new LinkedHashMap<>();
        for (PlannedFlow flow : plan.flows()) {
            String key = LegKey.of(flow);
            LegTripCount old = book.tallies().get(key);
            double carried = old == null ? 0 : bounded(old.behind(plan.madeAt()));
            tallies.put(key, new LegTripCount(flow.tripsPerHour(), plan.madeAt(), carried, 0));
        }
        AssignmentState next =
                new AssignmentState(
                        book.site(),
                        plan,
                        book.duties(),
                        tallies,
                        situation.closedSegmentIds(),
                        situation.downMachineIds(),
                        situation.extraRollingResistancePct(),
                        book.surplusSince());
        return withSurplus(next, plan.madeAt());
    }

    private double bounded(double trips) {
        return Math.max(-settings.maxTripsBehind(), Math.min(settings.maxTripsBehind(), trips));
    }

    private AssignmentState withSurplus(AssignmentState book, Instant at) {
        if (book.plan() == null) {
            return book;
        }
        Map<String, Instant> since = new LinkedHashMap<>();
        for (String className : book.plan().trucksInService().keySet()) {
            if (surplus(book, className) > 0) {
                since.put(className, book.surplusSince().getOrDefault(className, at));
            }
        }
        return since.equals(book.surplusSince()) ? book : book.withSurplusSince(since);
    }

    /**
     * Working trucks of a class minus those that the plan needs; negative when trucks are missing.
     */
    int surplus(AssignmentState book, String className) {
        int working = 0;
        for (Truck truck : site.trucks()) {
            TruckDuty duty = book.duties().get(truck.id());
            if (truck.className().equals(className)
                    && duty != null
                    && duty.status() == DutyStatus.WORKING) {
                working++;
            }
        }
        return working - book.plan().trucksInService().getOrDefault(className, 0);
    }
}
