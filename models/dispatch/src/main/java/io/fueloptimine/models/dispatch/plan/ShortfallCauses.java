package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.dispatch.plan.Targets.DumpGoal;
import io.fueloptimine.models.dispatch.plan.Targets.Goal;
import io.fueloptimine.models.dispatch.price.HaulCosts;
import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.LoadingUnit;
import io.fueloptimine.models.mine.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
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

    ShortfallCauses(FlowProblem problem, FlowSolution solution) {
        this.problem = problem;
        this.solution = solution;
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
        if (goal.material() == Material.ORE && isGradeAtLimit(goal)) {
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
        return trucksLeft() ? "the faces give no more for it" : ofTrucks();
    }

    /** That the mean grade leaves its range, in words; empty when it does not. */
    Optional<String> ofGrade() {
        WorkLeft work = problem.work();
        double tonnes = gradedTonnes();
        if (tonnes <= 0 || work.faces().stream().noneMatch(face -> face.gradePct() > 0)) {
            return Optional.empty();
        }
        double mean = meanGrade();
        boolean inside =
                mean >= work.minOreGradePct() - 1e-4 && mean <= work.maxOreGradePct() + 1e-4;
        return inside
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "grade: %.3f %% instead of %.2f to %.2f %%: the faces that can be"
                                        + " worked do not give it",
                                mean,
                                work.minOreGradePct(),
                                work.maxOreGradePct()));
    }

    /** That too little waste is moved for the ore, in words; empty when enough is moved. */
    Optional<String> ofStripping() {
        WorkLeft work = problem.work();
        double ore = total(Material.ORE);
        double waste = total(Material.WASTE);
        return work.minStrippingRatio() > 0 && waste < ore * work.minStrippingRatio() - 1
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "stripping ratio: %.2f instead of at least %.2f: %s",
                                waste / ore,
                                work.minStrippingRatio(),
                                ofTrucks()))
                : Optional.empty();
    }

    private double total(Material material) {
        return problem.work().movedTonnes(material)
                + solution.tph(material) * problem.work().hoursLeft();
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
                ? "the dumps are closed or "
                        + ids(units, LoadingUnit::id)
                        + " cannot load the trucks"
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
        Predicate<FlowSolution.Trips> to =
                trips -> trips.leg().loaded() && trips.leg().dump() == dump;
        double visits =
                solution.trips().stream().filter(to).mapToDouble(FlowSolution.Trips::perHour).sum();
        boolean target =
                problem.targets().dumps().stream()
                        .filter(g -> g.dumpId().equals(dump.locationId()) && g.counts(material))
                        .anyMatch(this::isReached);
        return target
                || solution.tph(leg -> leg.dump() == dump) >= dump.maxTph() * REACHED
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

    private boolean isGradeAtLimit(Goal goal) {
        WorkLeft work = problem.work();
        if (gradedTonnes() <= 0) {
            return false;
        }
        double mean = meanGrade();
        double grade = goal.work().gradePct();
        return grade < work.minOreGradePct() && mean <= work.minOreGradePct() + 1e-4
                || grade > work.maxOreGradePct() && mean >= work.maxOreGradePct() - 1e-4;
    }

    private double gradedTonnes() {
        return total(Material.ORE);
    }

    /** Mean grade of the ore of the shift: what was moved, and what the plan moves. */
    private double meanGrade() {
        double metal = 0;
        for (WorkLeft.FaceWork face : problem.work().faces()) {
            if (face.material() == Material.ORE) {
                double tonnes =
                        face.movedTonnes()
                                + solution.tphFrom(face.faceId()) * problem.work().hoursLeft();
                metal += face.gradePct() * tonnes;
            }
        }
        return metal / gradedTonnes();
    }

    private boolean trucksLeft() {
        return solution.inService().entrySet().stream()
                .anyMatch(entry -> entry.getValue() < entry.getKey().trucks().size());
    }

    private String ofTrucks() {
        if (problem.trucks().isEmpty()) {
            return "no truck is available";
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
