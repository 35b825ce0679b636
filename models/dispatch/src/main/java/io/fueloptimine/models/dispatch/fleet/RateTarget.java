package io.fueloptimine.models.dispatch.fleet;

import io.fueloptimine.models.mine.site.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A rate that people require for a face, a dump or a material, in place of the rate that follows
 * from the dig plan. Exactly one of {@code faceId}, {@code dumpId} and {@code material} is given,
 * except that a dump can be limited to one material. Any values can be held; {@link #faults} says
 * what is wrong with them, and a plan leaves out a target with faults and says so. Immutable.
 *
 * @param faceId the face; null when the target is for a dump or a material
 * @param dumpId the dump; null when the target is for a face or a material
 * @param material the material; null for every material of a face or dump
 * @param minTph least rate, t/h; null for none
 * @param maxTph highest rate, t/h; null for none
 * @param priority the priority of the least rate, from 1; lower numbers come first; null for the
 *     priority in the dig plan
 */
public record RateTarget(
        String faceId,
        String dumpId,
        Material material,
        Double minTph,
        Double maxTph,
        Integer priority) {

    /** A target for a face. */
    public static RateTarget ofFace(String faceId, Double minTph, Double maxTph, Integer priority) {
        return new RateTarget(faceId, null, null, minTph, maxTph, priority);
    }

    /**
     * What is wrong with one field of a target.
     *
     * @param field the name of the field
     * @param value its value as text
     * @param expected what was expected
     */
    public record Fault(String field, String value, String expected) {

        @Override
        public String toString() {
            return field + " is " + value + ", expected " + expected;
        }
    }

    /** The faults of the values; empty when there are none. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (faceId == null && dumpId == null && material == null) {
            faults.add(new Fault("faceId", "missing", "a face, a dump or a material"));
        }
        if (faceId != null && dumpId != null) {
            faults.add(new Fault("dumpId", dumpId, "either a face or a dump"));
        }
        rate(faults, "minTph", minTph);
        rate(faults, "maxTph", maxTph);
        if (faults.isEmpty() && minTph != null && maxTph != null && minTph > maxTph) {
            faults.add(new Fault("minTph", text(minTph), "at most maxTph, " + text(maxTph)));
        }
        if (priority != null && priority < 1) {
            faults.add(new Fault("priority", priority.toString(), "1 or more"));
        }
        return faults;
    }

    private static void rate(List<Fault> faults, String field, Double tph) {
        boolean valid = tph == null || tph >= 0 && !Double.isInfinite(tph);
        if (!valid) {
            faults.add(new Fault(field, text(tph), "0 t/h or more"));
        }
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    /** Whether the target is for the tonnes loaded of a face, or of its material. */
    public boolean countsLoad(String face, Material of) {
        return dumpId == null && (faceId == null ? material == of : faceId.equals(face));
    }

    /** Whether the target is for the tonnes of a material at a dump. */
    public boolean countsDumped(String dump, Material of) {
        return dumpId != null && dumpId.equals(dump) && (material == null || material == of);
    }

    /** What the target is for, in words. */
    public String subject() {
        if (faceId != null) {
            return "face " + faceId;
        }
        String of = material == null ? "" : material.name().toLowerCase(Locale.ROOT);
        return dumpId == null ? of : "dump " + dumpId + (of.isEmpty() ? "" : " (" + of + ")");
    }
}
