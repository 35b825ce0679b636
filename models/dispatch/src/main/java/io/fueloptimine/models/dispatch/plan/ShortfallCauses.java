package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.plan.Targets.DumpGoal;
import io.fueloptimine.models.dispatch.plan.Targets.Goal;
import io.fueloptimine.models.dispatch.plan.Targets.MaterialGoal;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what limits a target that a plan does not meet: the first of the limits that the plan has
 * reached, machines and roads before trucks.
 */
final class ShortfallCauses {

    /** A limit counts as reached from this share of it. */
    private static final double REACHED = 1 - 1e-6;

    private final FlowProblem problem;
    private final FlowSolution solution;
    private final ShiftRatios ratios;

    ShortfallCauses(FlowProblem problem, FlowSolution solution) {
        this.problem = problem;
        this.solution = solution;
        this.ratios = new ShiftRatios(problem, solution);
    }

    /** Why a face gives less than wanted. */
    String ofFace(Goal goal) {
        List<LoadingUnit> all =
                problem.site().loadingUnits().stream()
                        .filter(u -> u.faceId().equals(goal.faceId()))
                        .filter(u -> u.material() == goal.material())
                        .toList();
        List<LoadingUnit> down =
                all.stream().filter(u -> !problem.situation().isUp(u.id())).toList();
        if (all.isEmpty()) {
            return "no loading unit digs " + word(goal.material()) + " there";
        }
        if (down.size() == all.size()) {
            return ids(down, LoadingUnit::id) + " is down";
        }
        if (problem.trucks().isEmpty()) {
            return "no truck is available";
        }
        if (legs(goal).isEmpty()) {
            return noWay(goal, all);
        }
        List<LoadingUnit> up = all.stream().filter(u -> !down.contains(u)).toList();
        if (up.stream().allMatch(this::isBusy)) {
            String limit = "no more can be loaded by " + ids(up, LoadingUnit::id);
            return down.isEmpty() ? limit : limit + "; " + ids(down, LoadingUnit::id) + " is down";
        }
        List<DumpPoint> dumps = legs(goal).stream().map(Leg::dump).distinct().toList();
        if (dumps.stream().allMatch(dump -> isFull(dump, goal.material()))) {
            return "no more is received by " + ids(dumps, DumpPoint::locationId);
        }
        Optional<MaterialGoal> full =
                problem.targets().materials().stream()
                        .filter(m -> m.material() == goal.material())
                        .filter(m -> solution.tph(m.material()) >= m.maxTph() * REACHED)
                        .findFirst();
        if (full.isPresent()) {
            return String.format(
                    Locale.ROOT,
                    "the target of %s allows no more than %.0f t/h",
                    word(goal.material()),
                    full.get().maxTph());
        }
        double most = problem.settings().maxMatchFactor();
        if (most > 0 && solution.matchFactor(problem, goal.faceId()) >= most * REACHED) {
            return String.format(Locale.ROOT, "its match factor may be %.2f at most", most);
        }
        if (goal.material() == Material.ORE && ratios.isGradeAtLimit(goal)) {
            return "the mean grade would leave its range";
        }
        if (goal.material() == Material.ORE
                && problem.work().minStrippingRatio() > 0
                && !trucksLeft()) {
            return "no truck is left, or the stripping ratio would be too low";
        }
        return ofTrucks();
    }

    /** Why less of a material is moved than wanted. */
    String ofMaterial(Material material) {
        List<Goal> faces =
                problem.targets().faces().stream().filter(f -> f.material() == material).toList();
        if (faces.isEmpty()) {
            return "no face of the dig plan has tonnes left";
        }
        boolean exhausted =
                faces.stream().allMatch(f -> solution.tphFrom(f.faceId()) >= f.maxTph() * REACHED);
        return exhausted ? "the faces have no more tonnes left" : ofFace(faces.get(0));
    }

    /**
     * Why a dump receives less than wanted.
     *
     * @param material the material; null for all
     */
    String ofDump(String dumpId, Material material) {
        if (!problem.situation().isUp(dumpId)) {
            return dumpId + " is down";
        }
        boolean reached =
                problem.legs().stream()
                        .anyMatch(
                                leg ->
                                        leg.loaded()
                                                && leg.dump().locationId().equals(dumpId)
                                                && (material == null
                                                        || leg.unit().material() == material));
        if (!reached) {
            return "no truck can haul there from a face with tonnes left";
        }
        boolean full =
                problem.dumps().stream()
                        .filter(dump -> dump.locationId().equals(dumpId))
                        .anyMatch(this::isAtItsLimit);
        if (full) {
            return "no more is received by " + dumpId;
        }
        return trucksLeft() ? "the faces give no more for it" : ofTrucks();
    }

    private List<Leg> legs(Goal goal) {
        return problem.legs().stream()
                .filter(leg -> leg.loaded() && leg.unit().faceId().equals(goal.faceId()))
                .toList();
    }

    private String noWay(Goal goal, List<LoadingUnit> units) {
        List<DumpPoint> accepting =
                problem.site().dumps().stream()
                        .filter(dump -> dump.accepts(goal.material()))
                        .filter(dump -> goal.work().allows(dump.locationId()))
                        .toList();
        if (accepting.isEmpty()) {
            return "no dump accepts its material";
        }
        List<DumpPoint> up =
                accepting.stream()
                        .filter(dump -> problem.situation().isUp(dump.locationId()))
                        .toList();
        if (up.isEmpty()) {
            return ids(accepting, DumpPoint::locationId) + " is down";
        }
        if (up.stream().noneMatch(d -> problem.targets().takes(d.locationId(), goal.material()))) {
            return ids(up, DumpPoint::locationId) + " has received its tonnes";
        }
        if (up.stream().noneMatch(dump -> problem.isOpen(dump, goal.material()))) {
            return ids(up, DumpPoint::locationId) + " is closed";
        }
        List<String> closed = problem.situation().closedSegmentIds();
        HaulCosts open =
                problem.model().costs(List.of(), problem.situation().extraRollingResistancePct());
        boolean openWay =
                problem.groups().stream()
                        .anyMatch(
                                group ->
                                        up.stream()
                                                .anyMatch(
                                                        dump ->
                                                                open.trip(
                                                                                group.truckClass(),
                                                                                true,
                                                                                goal.faceId(),
                                                                                dump.locationId())
                                                                        .isPresent()));
        if (openWay && !closed.isEmpty()) {
            return "roads are closed: " + String.join(", ", closed);
        }
        return openWay
                ? ids(units, LoadingUnit::id) + " cannot load the trucks"
                : "no truck can drive from there to a dump that accepts its material";
    }

    private boolean isBusy(LoadingUnit unit) {
        double tph = solution.tph(leg -> leg.unit() == unit);
        double busy =
                solution.trips().stream()
                        .filter(trips -> trips.leg().loaded() && trips.leg().unit() == unit)
                        .mapToDouble(
                                trips ->
                                        trips.perHour()
                                                * problem.busyShare(unit, trips.leg().truckClass()))
                        .sum();
        return tph >= unit.maxTph() * REACHED || busy >= REACHED;
    }

    private boolean isFull(DumpPoint dump, Material material) {
        boolean target =
                problem.targets().dumps().stream()
                        .filter(g -> g.dumpId().equals(dump.locationId()) && g.counts(material))
                        .anyMatch(this::isReached);
        return target || isAtItsLimit(dump);
    }

    /** Whether a dump receives as many tonnes or trucks as the mine file allows. */
    private boolean isAtItsLimit(DumpPoint dump) {
        double visits =
                solution.trips().stream()
                        .filter(trips -> trips.leg().loaded() && trips.leg().dump() == dump)
                        .mapToDouble(FlowSolution.Trips::perHour)
                        .sum();
        return solution.tph(leg -> leg.dump() == dump) >= dump.maxTph() * REACHED
                || visits >= problem.maxDumpsPerHour(dump) * REACHED;
    }

    private boolean isReached(DumpGoal goal) {
        double tph =
                solution.tph(
                        leg ->
                                leg.dump().locationId().equals(goal.dumpId())
                                        && goal.counts(leg.unit().material()));
        return tph >= goal.maxTph() * REACHED;
    }

    private boolean trucksLeft() {
        return solution.inService().entrySet().stream()
                .anyMatch(entry -> entry.getValue() < entry.getKey().trucks().size());
    }

    /** What limits the trips of trucks. */
    String ofTrucks() {
        if (problem.trucks().isEmpty()) {
            return "no truck is available";
        }
        if (problem.isOnBreak()) {
            return "all operators have their break";
        }
        double refuelling =
                solution.trips().stream()
                        .mapToDouble(trips -> trips.perHour() * trips.leg().refuelHours())
                        .sum();
        if (refuelling >= problem.fuelBayPlaces() * REACHED) {
            return "no place is left at the fuel bays";
        }
        return trucksLeft()
                ? "other limits or targets of higher priority leave no more"
                : "no truck is left: all " + problem.trucks().size() + " are in service";
    }

    private static <T> String ids(List<T> items, java.util.function.Function<T, String> id) {
        return new ArrayList<>(items).stream().map(id).collect(Collectors.joining(", "));
    }

    private static String word(Material material) {
        return material.name().toLowerCase(Locale.ROOT);
    }
}
