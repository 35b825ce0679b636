package io.fueloptimine.models.dispatch.scenario;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.util.ArrayList;
import java.util.List;

/** Changes of the tonnes of a dig plan. */
final class ScenarioTargets {

    private ScenarioTargets() {}

    /**
     * A mine with other tonnes at a face, of a material or everywhere. The tonnes of the dumps
     * change in the proportion in which the tonnes of their material change.
     *
     * @param value {@code FACE-1:+10%}, {@code ORE:-5%}, {@code +10%} or {@code FACE-1:20000}
     */
    static MineSite changed(String value, MineSite mine) {
        String[] parts = value.split(":", -1);
        String subject = parts.length == 2 ? subject(parts[0], mine) : null;
        String amount = parts[parts.length - 1];
        if (parts.length > 2 || subject == null && !Amounts.isPercent(amount)) {
            throw new InvalidInputException(
                    value + ", expected FACE:+10%, ORE:+10%, WASTE:+10%, +10% or FACE:TONNES");
        }
        DigPlan plan = mine.digPlan();
        List<FaceTarget> faces = new ArrayList<>();
        for (FaceTarget face : plan.faces()) {
            boolean meant =
                    subject == null
                            || face.faceId().equals(subject)
                            || face.material().name().equals(subject);
            faces.add(meant ? with(face, tonnes(face, amount, subject)) : face);
        }
        DigPlan changed = new DigPlan(plan.shiftHours(), faces, List.of(), plan.oreGradePct());
        List<DumpTarget> dumps = new ArrayList<>();
        for (DumpTarget dump : plan.dumps()) {
            Material material = dump.material();
            double factor = changed.tph(material) / plan.tph(material);
            dumps.add(
                    new DumpTarget(
                            dump.dumpId(),
                            material,
                            Double.isFinite(factor)
                                    ? dump.shiftTonnes() * factor
                                    : dump.shiftTonnes()));
        }
        return mine.withDigPlan(new DigPlan(plan.shiftHours(), faces, dumps, plan.oreGradePct()));
    }

    private static String subject(String text, MineSite mine) {
        List<String> known = new ArrayList<>(KnownIds.faces(mine));
        for (Material material : Material.values()) {
            known.add(material.name());
        }
        return ScenarioChange.known(text, known);
    }

    private static double tonnes(FaceTarget face, String amount, String subject) {
        if (Amounts.isPercent(amount)) {
            return face.shiftTonnes() * Amounts.factor(amount);
        }
        if (!face.faceId().equals(subject)) {
            throw new InvalidInputException(amount + ", expected a change such as +10%");
        }
        double tonnes = Amounts.number(amount, "tonnes per shift or a change such as +10%");
        if (tonnes < 0) {
            throw new InvalidInputException(amount + ", expected 0 t per shift or more");
        }
        return tonnes;
    }

    private static FaceTarget with(FaceTarget face, double tonnes) {
        return new FaceTarget(
                face.faceId(),
                face.material(),
                tonnes,
                face.priority(),
                face.destinations(),
                face.gradePct(),
                face.mayStop());
    }
}
