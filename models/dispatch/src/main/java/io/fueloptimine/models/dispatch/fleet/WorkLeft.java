package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * The work that is left of a dig plan, and the rates that people require for a time. The rate that
 * a plan aims at is the tonnes left divided by the hours left, so that a face that lags behind is
 * caught up. Immutable.
 *
 * @param hoursLeft time in which the tonnes are to be moved, h; more than 0
 * @param faces the work left at each face; a face that is not listed gets no trucks
 * @param dumps the tonnes left at each dump; a dump that is not listed may receive as much as its
 *     rate allows
 * @param minOreGradePct lowest mean grade of the ore of the shift, % of metal
 * @param maxOreGradePct highest mean grade of the ore of the shift, % of metal
 * @param minStrippingRatio least tonnes of waste per tonne of ore of the shift; 0 for none
 * @param rates rates that replace those of the dig plan; each item with its own priority
 */
public record WorkLeft(
        double hoursLeft,
        List<FaceWork> faces,
        List<DumpWork> dumps,
        double minOreGradePct,
        double maxOreGradePct,
        double minStrippingRatio,
        List<RateTarget> rates) {

    /** The shortest time in which a plan tries to move what is left, h. */
    private static final double LEAST_HOURS = 0.25;

    /** The work of a whole shift, when nothing has been moved. */
    public static WorkLeft of(DigPlan plan) {
        return of(plan, plan.shiftHours(), face -> 0, (dump, material) -> 0);
    }

    /**
     * The work left in a shift.
     *
     * @param hoursLeft hours until the end of the shift; at least a quarter of an hour is used
     * @param movedFromFace tonnes moved from a face since the start of the shift
     * @param movedToDump tonnes of a material moved to a dump since the start of the shift
     */
    public static WorkLeft of(
            DigPlan plan,
            double hoursLeft,
            ToDoubleFunction<String> movedFromFace,
            ToDoubleBiFunction<String, Material> movedToDump) {
        List<FaceWork> faces = new ArrayList<>();
        for (FaceTarget face : plan.faces()) {
            double moved = movedFromFace.applyAsDouble(face.faceId());
            faces.add(FaceWork.of(face, moved));
        }
        List<DumpWork> dumps = new ArrayList<>();
        for (DumpTarget dump : plan.dumps()) {
            double moved = movedToDump.applyAsDouble(dump.dumpId(), dump.material());
            dumps.add(
                    new DumpWork(
                            dump.dumpId(),
                            dump.material(),
                            Math.max(0, dump.shiftTonnes() - moved)));
        }
        return new WorkLeft(
                Math.max(LEAST_HOURS, hoursLeft),
                faces,
                dumps,
                plan.oreGradePct().min(),
                plan.oreGradePct().max(),
                0,
                List.of());
    }

    /** The work left in a shift of which only the tonnes of faces are known. */
    public static WorkLeft of(DigPlan plan, double hoursLeft, Map<String, Double> movedFromFace) {
        return of(
                plan,
                hoursLeft,
                face -> movedFromFace.getOrDefault(face, 0.0),
                (dump, material) -> 0);
    }

    /** A copy with other required rates. */
    public WorkLeft withRates(List<RateTarget> newRates) {
        return new WorkLeft(
                hoursLeft,
                faces,
                dumps,
                minOreGradePct,
                maxOreGradePct,
                minStrippingRatio,
                List.copyOf(newRates));
    }

    /** A copy with another least stripping ratio. */
    public WorkLeft withMinStrippingRatio(double ratio) {
        return new WorkLeft(hoursLeft, faces, dumps, minOreGradePct, maxOreGradePct, ratio, rates);
    }

    /** Tonnes of a material moved since the start of the shift, t. */
    public double movedTonnes(Material material) {
        return faces.stream()
                .filter(face -> face.material() == material)
                .mapToDouble(FaceWork::movedTonnes)
                .sum();
    }

    /** The work left at a face; empty when the dig plan does not list the face. */
    public Optional<FaceWork> face(String faceId) {
        return faces.stream().filter(face -> face.faceId().equals(faceId)).findFirst();
    }

    /** The rate at which the tonnes left of a material are moved in the hours left, t/h. */
    public double tph(Material material) {
        return faces.stream()
                        .filter(face -> face.material() == material)
                        .mapToDouble(FaceWork::tonnesLeft)
                        .sum()
                / hoursLeft;
    }

    /**
     * The work left at one face.
     *
     * @param faceId the face
     * @param material the material at the face
     * @param tonnesLeft tonnes that are still to be moved, t; 0 when the face is done
     * @param movedTonnes tonnes moved since the start of the shift, t
     * @param priority the priority of the face, from 1; lower numbers come first
     * @param destinations the dumps to which the material may be hauled; empty for every dump that
     *     accepts the material
     * @param gradePct grade of the ore, % of metal
     * @param mayStop whether loading units at the face may be left without trucks
     */
    public record FaceWork(
            String faceId,
            Material material,
            double tonnesLeft,
            double movedTonnes,
            int priority,
            List<String> destinations,
            double gradePct,
            boolean mayStop) {

        /**
         * The work left of a target.
         *
         * @param movedTonnes tonnes moved since the start of the shift, t
         */
        public static FaceWork of(FaceTarget target, double movedTonnes) {
            return new FaceWork(
                    target.faceId(),
                    target.material(),
                    Math.max(0, target.shiftTonnes() - movedTonnes),
                    movedTonnes,
                    target.priority(),
                    target.destinations(),
                    target.gradePct(),
                    target.mayStop());
        }

        /** Whether the material of the face may be hauled to a dump that accepts it. */
        public boolean allows(String dumpId) {
            return destinations.isEmpty() || destinations.contains(dumpId);
        }
    }

    /**
     * The tonnes left of one material at one dump.
     *
     * @param dumpId the dump or crusher
     * @param material the material
     * @param tonnesLeft tonnes that the dump is still to receive, t; 0 when the dump has received
     *     its tonnes
     */
    public record DumpWork(String dumpId, Material material, double tonnesLeft) {}
}
