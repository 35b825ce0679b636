package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The tonnes of the dig plan that are still to be moved in the current shift, as the fleet has
 * reported its loads. Immutable.
 *
 * <p>What a shift has missed is added to the next one, up to the tonnes of one shift; what it has
 * moved too much is taken off. A first shift that is under way counts with the part that is left of
 * it.
 *
 * @param shiftStart start of the shift (UTC); null before the first reading
 * @param faceLeftT tonnes still to be loaded per face of the dig plan, t; negative when too much
 *     was loaded
 * @param dumpLeft tonnes still to be dumped per target of a dump
 */
public record ShiftProgress(
        Instant shiftStart, Map<String, Double> faceLeftT, List<DumpLeft> dumpLeft) {

    /**
     * Tonnes of a material still to be dumped at a dump.
     *
     * @param leftT tonnes, t; negative when too much was dumped
     */
    public record DumpLeft(String dumpId, Material material, double leftT) {

        private boolean isOf(String dump, Material what) {
            return dumpId.equals(dump) && material == what;
        }
    }

    /** The progress before the first reading. */
    static ShiftProgress none() {
        return new ShiftProgress(null, Map.of(), List.of());
    }

    /** Whether the progress of a shift is known. */
    public boolean started() {
        return shiftStart != null;
    }

    /**
     * The work that is left at a time within the shift. A target that was added to the dig plan
     * during the shift counts with the part that is left of the shift.
     */
    WorkLeft workLeft(DigPlan plan, Instant at) {
        double hours = hoursLeft(plan, at);
        double passed = 1 - hours / plan.shiftHours();
        return WorkLeft.of(
                plan,
                hours,
                face -> {
                    double shiftT = plan.face(face).orElseThrow().shiftTonnes();
                    Double leftT = faceLeftT.get(face);
                    return leftT == null ? shiftT * passed : shiftT - leftT;
                },
                (dump, material) -> {
                    double shiftT = plan.dump(dump, material).orElseThrow().shiftTonnes();
                    OptionalDouble leftT = leftT(dump, material);
                    return leftT.isEmpty() ? shiftT * passed : shiftT - leftT.getAsDouble();
                });
    }

    /** Tonnes of a material still to be dumped at a dump, t; 0 without a target. */
    public double dumpLeftT(String dumpId, Material material) {
        return leftT(dumpId, material).orElse(0);
    }

    private OptionalDouble leftT(String dumpId, Material material) {
        return dumpLeft.stream()
                .filter(left -> left.isOf(dumpId, material))
                .mapToDouble(DumpLeft::leftT)
                .findFirst();
    }

    /** The hours that are left of the shift at a time within it, h. */
    public double hoursLeft(DigPlan plan, Instant at) {
        double passedH = (at.toEpochMilli() - shiftStart.toEpochMilli()) / 3_600_000.0;
        return Math.max(0, plan.shiftHours() - passedH);
    }

    /** The progress at a time; a new shift adds its tonnes. */
    ShiftProgress at(DigPlan plan, Instant now) {
        Instant start = plan.shiftStart(now);
        if (!started()) {
            double part = new ShiftProgress(start, Map.of(), List.of()).hoursLeft(plan, now);
            return none().plus(plan, start, part / plan.shiftHours());
        }
        return start.isAfter(shiftStart) ? plus(plan, start, 1) : this;
    }

    private ShiftProgress plus(DigPlan plan, Instant start, double share) {
        Map<String, Double> faces = new LinkedHashMap<>();
        for (FaceTarget face : plan.faces()) {
            double missedT = faceLeftT.getOrDefault(face.faceId(), 0.0);
            faces.put(face.faceId(), added(missedT, face.shiftTonnes(), share));
        }
        List<DumpLeft> dumps = new ArrayList<>();
        for (DumpTarget dump : plan.dumps()) {
            double missedT = leftT(dump.dumpId(), dump.material()).orElse(0);
            dumps.add(
                    new DumpLeft(
                            dump.dumpId(),
                            dump.material(),
                            added(missedT, dump.shiftTonnes(), share)));
        }
        return new ShiftProgress(start, faces, dumps);
    }

    private static double added(double missedT, double shiftT, double share) {
        return Math.min(missedT, shiftT) + shiftT * share;
    }

    /** The progress after a truck was loaded at a face. */
    public ShiftProgress loaded(String faceId, double tonnes) {
        Double leftT = faceLeftT.get(faceId);
        return leftT == null
                ? this
                : new ShiftProgress(
                        shiftStart,
                        ImmutableCopies.with(faceLeftT, faceId, leftT - tonnes),
                        dumpLeft);
    }

    /** The progress after a truck has begun to dump. */
    ShiftProgress dumped(String dumpId, Material material, double tonnes) {
        List<DumpLeft> dumps =
                dumpLeft.stream()
                        .map(
                                left ->
                                        left.isOf(dumpId, material)
                                                ? new DumpLeft(
                                                        dumpId, material, left.leftT() - tonnes)
                                                : left)
                        .toList();
        return new ShiftProgress(shiftStart, faceLeftT, dumps);
    }
}
