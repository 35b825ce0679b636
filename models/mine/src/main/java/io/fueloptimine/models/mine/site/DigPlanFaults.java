package io.fueloptimine.models.mine.site;

import io.fueloptimine.models.mine.input.PrintableText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the faults of a mine's dig plan. */
final class DigPlanFaults {

    private static final double MAX_SHIFT_HOURS = 24;
    private static final double MAX_SHIFT_TONNES = 10_000_000;

    private final MineSite site;
    private final List<String> faults = new ArrayList<>();

    private DigPlanFaults(MineSite site) {
        this.site = site;
    }

    /** The faults of the dig plan, one sentence each; empty when there are none. */
    static List<String> of(MineSite site) {
        DigPlanFaults check = new DigPlanFaults(site);
        check.plan(site.digPlan());
        return check.faults;
    }

    private void plan(DigPlan plan) {
        if (!(plan.shiftHours() > 0 && plan.shiftHours() <= MAX_SHIFT_HOURS)) {
            add("digPlan.shiftHours", plan.shiftHours(), "more than 0 and at most 24");
        }
        DigPlan.GradeBand band = plan.oreGradePct();
        if (!(band.min() >= 0 && band.max() >= band.min() && band.max() <= 100)) {
            add(
                    "digPlan.oreGradePct",
                    band.min() + " to " + band.max(),
                    "0 to 100, min not above max");
        }
        Set<String> faces = new HashSet<>();
        for (FaceTarget face : plan.faces()) {
            face("digPlan.faces " + PrintableText.of(face.faceId()), face);
            if (!faces.add(face.faceId())) {
                faults.add("digPlan.faces " + PrintableText.of(face.faceId()) + " is there twice");
            }
        }
        Set<String> dumps = new HashSet<>();
        for (DumpTarget dump : plan.dumps()) {
            String owner = "digPlan.dumps " + PrintableText.of(dump.dumpId());
            tonnes(owner, dump.shiftTonnes());
            destination(owner, dump.dumpId(), dump.material());
            if (!dumps.add(dump.dumpId() + "/" + dump.material())) {
                faults.add(owner + " is there twice with " + dump.material());
            }
        }
    }

    private void face(String owner, FaceTarget face) {
        tonnes(owner, face.shiftTonnes());
        if (face.priority() < 1) {
            add(owner + ": priority", face.priority(), "1 or more");
        }
        if (!(face.gradePct() >= 0 && face.gradePct() <= 100)) {
            add(owner + ": gradePct", face.gradePct(), "0 to 100");
        }
        boolean dug =
                site.loadingUnits().stream()
                        .anyMatch(
                                unit ->
                                        unit.faceId().equals(face.faceId())
                                                && unit.material() == face.material());
        if (!dug) {
            faults.add(
                    owner
                            + ": no loading unit digs "
                            + face.material()
                            + " there, expected one or more");
        }
        face.destinations().forEach(dump -> destination(owner, dump, face.material()));
    }

    private void destination(String owner, String dumpId, Material material) {
        Optional<DumpPoint> dump = site.dump(dumpId);
        if (dump.isEmpty()) {
            faults.add(owner + " names the unknown dump " + PrintableText.of(dumpId));
        } else if (!dump.get().accepts(material)) {
            faults.add(
                    owner
                            + ": dump "
                            + PrintableText.of(dumpId)
                            + " does not accept "
                            + material
                            + ", expected a dump that does");
        }
    }

    private void tonnes(String owner, double shiftTonnes) {
        if (!(shiftTonnes >= 0 && shiftTonnes <= MAX_SHIFT_TONNES)) {
            add(owner + ": shiftTonnes", shiftTonnes, "0 to 10000000");
        }
    }

    private void add(String field, Object value, String expected) {
        faults.add(String.format(Locale.ROOT, "%s is %s, expected %s", field, value, expected));
    }
}
