package io.fueloptimine.models.mine.site;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tonnes that a mine plans to move in a shift. Immutable.
 *
 * @param shiftHours length of a shift, h
 * @param faces the tonnes of each face
 * @param dumps the tonnes of each dump; a dump that is not listed may receive as much as its rate
 *     allows
 * @param oreGradePct the range in which the mean grade of the ore of a shift must lie, % of metal
 */
public record DigPlan(
        double shiftHours, List<FaceTarget> faces, List<DumpTarget> dumps, GradeBand oreGradePct)
        implements Serializable {

    /** The day shift begins at 08:00. */
    private static final long FIRST_SHIFT_MS = 8 * 3_600_000L;

    public DigPlan {
        faces = List.copyOf(faces);
        dumps = List.copyOf(dumps);
    }

    /**
     * A range of ore grades, % of metal.
     *
     * @param min lowest grade, %
     * @param max highest grade, %
     */
    public record GradeBand(double min, double max) implements Serializable {

        /** The range that contains every grade. */
        public static final GradeBand ANY = new GradeBand(0, 100);
    }

    /** Creates a dig plan with shifts of twelve hours, without targets for dumps and grades. */
    public static DigPlan of(FaceTarget... faces) {
        return new DigPlan(12, List.of(faces), List.of(), GradeBand.ANY);
    }

    /** Start of the shift in which a time lies (UTC). Shifts are counted from 08:00 UTC. */
    public Instant shiftStart(Instant at) {
        long shiftMs = Math.round(shiftHours * 3_600_000);
        long sinceFirstMs = at.toEpochMilli() - FIRST_SHIFT_MS;
        return Instant.ofEpochMilli(
                FIRST_SHIFT_MS + Math.floorDiv(sinceFirstMs, shiftMs) * shiftMs);
    }

    /** The target of a face; empty when the plan has no target for the face. */
    public Optional<FaceTarget> face(String faceId) {
        return faces.stream().filter(face -> face.faceId().equals(faceId)).findFirst();
    }

    /** The target of a dump for a material; empty when the plan has no such target. */
    public Optional<DumpTarget> dump(String dumpId, Material material) {
        return dumps.stream()
                .filter(dump -> dump.dumpId().equals(dumpId) && dump.material() == material)
                .findFirst();
    }

    /** The planned mean rate of a material over the shift, t/h. */
    public double tph(Material material) {
        return faces.stream()
                        .filter(face -> face.material() == material)
                        .mapToDouble(FaceTarget::shiftTonnes)
                        .sum()
                / shiftHours;
    }

    /** The planned tonnes of waste per tonne of ore; infinite without ore. */
    public double strippingRatio() {
        return tph(Material.WASTE) / tph(Material.ORE);
    }
}
