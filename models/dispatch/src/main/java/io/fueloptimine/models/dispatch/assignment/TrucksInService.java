package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.FleetState;
import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.TruckState;
import io.fueloptimine.models.dispatch.fleet.WorkStatus;
import io.fueloptimine.models.dispatch.price.HaulModel;
import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.Truck;
import io.fueloptimine.models.mine.site.TruckClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the trucks that are needed for the tonnes left: those with the fewest litres per tonne,
 * until their tonnes per hour suffice. Thread-safe.
 */
final class TrucksInService {

    private static final double SECONDS_PER_HOUR = 3_600;

    private final MineSite mine;
    private final AssignerSettings settings;
    private final ClassCycles cycles;
    private final OpenWork work;
    private final double meanPayloadT;

    private record Ranked(Truck truck, double litresPerTonne) {}

    TrucksInService(MineSite mine, AssignerSettings settings, HaulModel model, OpenWork work) {
        this.mine = mine;
        this.settings = settings;
        this.cycles = new ClassCycles(mine, settings, model);
        this.work = work;
        meanPayloadT =
                mine.truckClasses().stream().mapToDouble(TruckClass::payloadT).average().orElse(1);
    }

    /** Tonnes per hour of a truck that never waits or stops, t/h. */
    double possibleTph(Truck truck, AssignmentState state) {
        double payloadT = mine.truckClass(truck.className()).payloadT();
        return cycles.of(truck.className(), state.speeds())
                .map(cycle -> payloadT * SECONDS_PER_HOUR / cycle.seconds())
                .orElse(0.0);
    }

    /** Tonnes per hour of all working trucks of a fleet if they never waited or stopped, t/h. */
    double possibleTph(AssignmentState state) {
        double tph = 0;
        for (Truck truck : mine.trucks()) {
            TruckState known = state.fleet().trucks().get(truck.id());
            if (known != null && known.status() == WorkStatus.WORKING) {
                tph += possibleTph(truck, state);
            }
        }
        return tph;
    }

    /**
     * The trucks that are needed for what is left.
     *
     * @return empty when no truck is surplus: without a plan or a dig plan, or when trucks are not
     *     parked
     */
    Optional<Set<String>> needed(AssignmentState state, Instant at) {
        return needed(state, at, 1);
    }

    /**
     * The trucks that are kept in service: those that are needed, and those at work that do not
     * park yet.
     */
    Optional<Set<String>> kept(AssignmentState state, Instant at) {
        Optional<Set<String>> needed = needed(state, at);
        if (needed.isEmpty()) {
            return needed;
        }
        Set<String> kept = new HashSet<>(neededWithSpare(state, at).orElseThrow());
        kept.removeIf(id -> state.fleet().truck(id).status() != WorkStatus.WORKING);
        kept.addAll(needed.get());
        return Optional.of(kept);
    }

    /** The same for somewhat more than what is left, so that trucks do not park too soon. */
    Optional<Set<String>> neededWithSpare(AssignmentState state, Instant at) {
        return needed(state, at, 1 + settings.spareCapacityPct() / 100);
    }

    /**
     * Whether a truck is not needed. A truck that has not reported is never surplus.
     *
     * @param needed the trucks that are needed; empty when no truck is surplus
     */
    static boolean isSurplus(AssignmentState state, Truck truck, Optional<Set<String>> needed) {
        return needed.isPresent()
                && state.fleet().trucks().containsKey(truck.id())
                && !needed.get().contains(truck.id());
    }

    private Optional<Set<String>> needed(AssignmentState state, Instant at, double factor) {
        WorkTargets targets = WorkTargets.of(mine, state, work, settings, at);
        DispatchPlan plan = state.planAt(at);
        if (plan == null || !settings.parksSurplus() || !targets.listsFaces()) {
            return Optional.empty();
        }
        double neededTph = factor * leftT(state.fleet(), targets) / targets.usedHours();
        return Optional.of(needed(state, neededTph, plan.prices().truckRatios()));
    }

    /** The tonnes left at the faces of the loading units in service, t. */
    private double leftT(FleetState fleet, WorkTargets targets) {
        return mine.loadingUnits().stream()
                .filter(unit -> fleet.isUp(unit.id()))
                .map(LoadingUnit::faceId)
                .distinct()
                .mapToDouble(faceId -> targets.faceLeftT(faceId, meanPayloadT))
                .sum();
    }

    /** The trucks with the fewest litres per tonne that together move the tonnes per hour. */
    private Set<String> needed(
            AssignmentState state, double neededTph, Map<String, Double> ratios) {
        double share = state.effort().share(settings);
        List<Ranked> ranked = new ArrayList<>();
        for (Truck truck : mine.trucks()) {
            TruckState known = state.fleet().trucks().get(truck.id());
            if (known != null
                    && known.status() != WorkStatus.DOWN
                    && cycles.of(truck.className(), state.speeds()).isPresent()) {
                ranked.add(new Ranked(truck, litresPerTonne(state, truck, known, ratios)));
            }
        }
        ranked.sort(
                Comparator.comparingDouble(Ranked::litresPerTonne)
                        .thenComparing(each -> each.truck().id()));
        Set<String> needed = new HashSet<>();
        double tph = 0;
        for (Ranked each : ranked) {
            if (tph >= neededTph) {
                break;
            }
            needed.add(each.truck().id());
            tph += possibleTph(each.truck(), state) * share;
        }
        return needed;
    }

    /** A parked truck replaces a working one only if the difference is worth the change. */
    private double litresPerTonne(
            AssignmentState state, Truck truck, TruckState known, Map<String, Double> ratios) {
        ClassCycles.Cycle cycle = cycles.of(truck.className(), state.speeds()).orElseThrow();
        double litres = cycle.drivingL() * ratios.getOrDefault(truck.id(), 1.0) + cycle.standingL();
        double change =
                known.status() == WorkStatus.WORKING ? 1 : 1 + settings.changeWorthPct() / 100;
        return change * litres / mine.truckClass(truck.className()).payloadT();
    }
}
