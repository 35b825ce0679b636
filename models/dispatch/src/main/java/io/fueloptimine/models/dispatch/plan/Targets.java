package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.dispatch.fleet.WorkLeft;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rates that a plan aims at: tonnes left over hours left, replaced by the rates that people
 * require. Values that make no sense are left out and named in {@link #refused}. Immutable.
 *
 * @param faces the rates at faces; a face that is not listed gets no trucks
 * @param dumps the rates at dumps
 * @param materials the rates of whole materials
 * @param refused the values that are left out, one sentence each
 */
record Targets(
        List<Goal> faces,
        List<DumpGoal> dumps,
        List<MaterialGoal> materials,
        List<String> refused) {

    /** A face gives, and a dump receives, no more in an hour than what is left. */
    private static final double SHORTEST_HOURS = 1;

    /**
     * The rate of a face.
     *
     * @param work the work left at the face
     * @param wantTph the rate that the plan aims at, t/h
     * @param maxTph the highest rate, t/h
     * @param priority lower numbers come first
     */
    record Goal(WorkLeft.FaceWork work, double wantTph, double maxTph, int priority) {

        String faceId() {
            return work.faceId();
        }

        Material material() {
            return work.material();
        }
    }

    /**
     * The rate of a dump.
     *
     * @param material the material; null for all
     */
    record DumpGoal(String dumpId, Material material, double wantTph, double maxTph) {

        boolean counts(Material other) {
            return material == null || material == other;
        }
    }

    /** The rate of a material over all faces. */
    record MaterialGoal(Material material, double wantTph, double maxTph, int priority) {}

    static Targets of(MineSite site, WorkLeft work, OpenWork open) {
        List<String> refused = new ArrayList<>();
        List<RateTarget> rates = new ArrayList<>();
        for (RateTarget rate : work.rates()) {
            Optional<String> fault = fault(site, rate);
            fault.ifPresent(words -> refused.add("target of " + rate.subject() + words));
            if (fault.isEmpty()) {
                rates.add(rate);
            }
        }
        double hours = work.hoursLeft();
        if (!(hours > 0 && Double.isFinite(hours))) {
            refused.add("hoursLeft is " + hours + ", expected more than 0: no tonnes are planned");
            return new Targets(List.of(), List.of(), List.of(), refused);
        }
        return new Targets(
                faces(site, work, rates, open, refused),
                dumps(work, rates, refused),
                materials(rates),
                List.copyOf(refused));
    }

    private static Optional<String> fault(MineSite site, RateTarget rate) {
        List<RateTarget.Fault> faults = rate.faults();
        if (!faults.isEmpty()) {
            return Optional.of(" refused: " + faults.get(0));
        }
        if (rate.faceId() != null && unitAt(site, rate.faceId()).isEmpty()) {
            return Optional.of(" refused: no loading unit of the mine works there");
        }
        if (rate.dumpId() != null && site.dump(rate.dumpId()).isEmpty()) {
            return Optional.of(" refused: the mine has no such dump");
        }
        return Optional.empty();
    }

    private static Optional<LoadingUnit> unitAt(MineSite site, String faceId) {
        return site.loadingUnits().stream().filter(u -> u.faceId().equals(faceId)).findFirst();
    }

    private static List<Goal> faces(
            MineSite site,
            WorkLeft work,
            List<RateTarget> rates,
            OpenWork open,
            List<String> refused) {
        List<WorkLeft.FaceWork> listed = new ArrayList<>(work.faces());
        for (RateTarget rate : rates) {
            if (rate.faceId() != null && work.face(rate.faceId()).isEmpty()) {
                Material material = unitAt(site, rate.faceId()).orElseThrow().material();
                listed.add(
                        new WorkLeft.FaceWork(
                                rate.faceId(), material, 0, 0, 1, List.of(), 0, true));
            }
        }
        List<Goal> goals = new ArrayList<>();
        for (WorkLeft.FaceWork face : listed) {
            double left = face.tonnesLeft();
            if (!(left >= 0 && Double.isFinite(left))) {
                refused.add(
                        String.format(
                                Locale.ROOT,
                                "face %s refused: tonnesLeft is %s, expected 0 or more",
                                face.faceId(),
                                left));
            } else if (open.open(face.faceId())) {
                goals.add(goal(face, work.hoursLeft(), rates));
            } else if (left > 0) {
                refused.add(
                        String.format(
                                Locale.ROOT,
                                "%s is closed: %.0f t are left there",
                                face.faceId(),
                                left));
            }
        }
        return List.copyOf(goals);
    }

    private static Goal goal(WorkLeft.FaceWork face, double hours, List<RateTarget> rates) {
        double want = face.tonnesLeft() / hours;
        double most = face.tonnesLeft() / Math.min(hours, SHORTEST_HOURS);
        int priority = face.priority();
        for (RateTarget rate : rates) {
            if (face.faceId().equals(rate.faceId())) {
                want = within(want, rate);
                most = rate.maxTph() == null ? Math.max(most, want) : rate.maxTph();
                priority = rate.priority() == null ? priority : rate.priority();
            }
        }
        return new Goal(face, want, most, priority);
    }

    /** A rate within the bounds that a target sets. */
    private static double within(double tph, RateTarget rate) {
        double atLeast = rate.minTph() == null ? tph : Math.max(tph, rate.minTph());
        return rate.maxTph() == null ? atLeast : Math.min(atLeast, rate.maxTph());
    }

    private static List<DumpGoal> dumps(
            WorkLeft work, List<RateTarget> rates, List<String> refused) {
        List<DumpGoal> goals = new ArrayList<>();
        for (WorkLeft.DumpWork dump : work.dumps()) {
            double left = dump.tonnesLeft();
            if (left >= 0 && Double.isFinite(left)) {
                goals.add(
                        new DumpGoal(
                                dump.dumpId(),
                                dump.material(),
                                left / work.hoursLeft(),
                                left / Math.min(work.hoursLeft(), SHORTEST_HOURS)));
            } else {
                refused.add(
                        String.format(
                                Locale.ROOT,
                                "dump %s refused: tonnesLeft is %s, expected 0 or more",
                                dump.dumpId(),
                                left));
            }
        }
        for (RateTarget rate : rates) {
            if (rate.dumpId() != null) {
                goals.removeIf(
                        goal ->
                                goal.dumpId().equals(rate.dumpId())
                                        && goal.material() == rate.material());
                goals.add(
                        new DumpGoal(
                                rate.dumpId(),
                                rate.material(),
                                rate.minTph() == null ? 0 : rate.minTph(),
                                rate.maxTph() == null ? Double.POSITIVE_INFINITY : rate.maxTph()));
            }
        }
        return List.copyOf(goals);
    }

    private static List<MaterialGoal> materials(List<RateTarget> rates) {
        return rates.stream()
                .filter(rate -> rate.faceId() == null && rate.dumpId() == null)
                .map(
                        rate ->
                                new MaterialGoal(
                                        rate.material(),
                                        rate.minTph() == null ? 0 : rate.minTph(),
                                        rate.maxTph() == null
                                                ? Double.POSITIVE_INFINITY
                                                : rate.maxTph(),
                                        rate.priority() == null ? 1 : rate.priority()))
                .toList();
    }

    /** The rate of a material that the plan aims at, t/h. */
    double wantTph(Material material) {
        return faces.stream()
                .filter(goal -> goal.material() == material)
                .mapToDouble(Goal::wantTph)
                .sum();
    }

    Optional<Goal> face(String faceId) {
        return faces.stream().filter(goal -> goal.faceId().equals(faceId)).findFirst();
    }

    /** Whether a plan may send a material to a dump. */
    boolean takes(String dumpId, Material material) {
        return dumps.stream()
                .noneMatch(
                        goal ->
                                goal.dumpId().equals(dumpId)
                                        && goal.counts(material)
                                        && goal.maxTph() <= 0);
    }
}
