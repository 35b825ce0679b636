package io.fueloptimine.jobs.simulator.digplan;

import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the tonnes that were moved with the dig plan.
 *
 * <p>The tonnes of a shift are added to the plan when the shift begins, so that a shift makes up
 * for what the shift before has missed. A first shift that is under way counts with the part that
 * is left of it. A load counts from the moment at which its truck sets out for it, so that the
 * trucks on the way do not exceed the tonnes together. A face or dump without a target is always
 * open. Not thread-safe.
 */
public final class DigProgress {

    private static final long MS_PER_HOUR = 3_600_000;

    /** Shifts are counted from 08:00, when the day shift begins. */
    private static final long FIRST_SHIFT_MS = 8 * MS_PER_HOUR;

    private record DumpKey(String dumpId, Material material) {}

    private final DigPlan plan;
    private final double halfLoadT;
    private final long shiftMs;
    private final Map<String, Double> facesT = new LinkedHashMap<>();
    private final Map<DumpKey, Double> dumpsT = new LinkedHashMap<>();
    private final Map<String, BoundLoad> bound = new LinkedHashMap<>();
    private final double plannedShifts;
    private long plannedFromMs;

    /**
     * @param meanLoadT usual payload of a truck, t; a place is closed when less than half of it is
     *     missing, so that the tonnes are met on average
     * @param nowMs the time from which the plan counts, in ms since the epoch
     */
    public DigProgress(DigPlan plan, double meanLoadT, long nowMs) {
        this(plan, meanLoadT, nowMs, Double.POSITIVE_INFINITY);
    }

    /**
     * @param plannedShifts the number of shifts whose tonnes are planned; afterwards, no tonnes are
     *     added
     */
    public DigProgress(DigPlan plan, double meanLoadT, long nowMs, double plannedShifts) {
        this.plan = plan;
        this.plannedShifts = plannedShifts;
        halfLoadT = meanLoadT / 2;
        shiftMs = Math.round(plan.shiftHours() * MS_PER_HOUR);
        plannedFromMs = nowMs;
    }

    /** Whether the tonnes of a face are not yet met. */
    public boolean faceOpen(String faceId, long nowMs) {
        Optional<FaceTarget> target = plan.face(faceId);
        return target.isEmpty()
                || facesT.getOrDefault(faceId, 0.0) + boundT(faceId, null) + halfLoadT
                        < target.get().shiftTonnes() * shifts(nowMs);
    }

    /** Whether a dump may receive more of a material. */
    public boolean dumpOpen(String dumpId, Material material, long nowMs) {
        Optional<DumpTarget> target = plan.dump(dumpId, material);
        return target.isEmpty()
                || dumpsT.getOrDefault(new DumpKey(dumpId, material), 0.0)
                                + boundT(dumpId, material)
                                + halfLoadT
                        < target.get().shiftTonnes() * shifts(nowMs);
    }

    /** Whether the dig plan allows the material of a face at a dump. */
    public boolean allows(String faceId, DumpPoint dump) {
        return plan.face(faceId).map(face -> face.allows(dump)).orElse(true);
    }

    /** A truck sets out for a face. This load replaces the truck's load before. */
    public void fetches(String truckId, String faceId, double tonnes) {
        bound.put(truckId, new BoundLoad(faceId, null, tonnes));
    }

    /** A truck has been loaded at a face and sets out for a dump. */
    public void loaded(
            String truckId, String faceId, String dumpId, Material material, double tonnes) {
        facesT.merge(faceId, tonnes, Double::sum);
        brings(truckId, dumpId, material, tonnes);
    }

    /** A loaded truck sets out for another dump. */
    public void brings(String truckId, String dumpId, Material material, double tonnes) {
        bound.put(truckId, new BoundLoad(dumpId, material, tonnes));
    }

    /** A truck has dumped its load. */
    public void dumped(String truckId, String dumpId, Material material, double tonnes) {
        bound.remove(truckId);
        dumpsT.merge(new DumpKey(dumpId, material), tonnes, Double::sum);
    }

    /** A truck gives up the load that it was about to fetch. */
    public void givesUp(String truckId) {
        bound.remove(truckId);
    }

    /** The progress up to now, from which {@link #restore} continues. */
    public DigProgressState snapshot() {
        List<DigProgressState.Dumped> dumps = new ArrayList<>();
        dumpsT.forEach(
                (key, tonnes) ->
                        dumps.add(
                                new DigProgressState.Dumped(key.dumpId(), key.material(), tonnes)));
        return new DigProgressState(plannedFromMs, facesT, dumps, bound);
    }

    /** Continues from a snapshot. */
    public void restore(DigProgressState from) {
        plannedFromMs = from.plannedFromMs();
        facesT.putAll(from.facesT());
        from.dumps()
                .forEach(
                        dump ->
                                dumpsT.put(
                                        new DumpKey(dump.dumpId(), dump.material()),
                                        dump.tonnes()));
        bound.putAll(from.bound());
    }

    private double boundT(String placeId, Material material) {
        double tonnes = 0;
        for (BoundLoad load : bound.values()) {
            if (load.material() == material && load.placeId().equals(placeId)) {
                tonnes += load.tonnes();
            }
        }
        return tonnes;
    }

    /** Shifts whose tonnes are planned up to now, in shifts; the first one may be a part. */
    private double shifts(long nowMs) {
        long first = Math.floorDiv(plannedFromMs - FIRST_SHIFT_MS, shiftMs);
        long now = Math.floorDiv(nowMs - FIRST_SHIFT_MS, shiftMs);
        long firstEndsMs = FIRST_SHIFT_MS + (first + 1) * shiftMs;
        return Math.min(
                plannedShifts, (double) (firstEndsMs - plannedFromMs) / shiftMs + (now - first));
    }
}
