package io.fueloptimine.jobs.compare.run;

import io.fueloptimine.models.mine.site.DigPlan;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.Material;
import java.util.Map;

/** The mean grade of the ore that was hauled. */
final class HeadGrade {

    private HeadGrade() {}

    /** Mean of the faces' grades, weighted by tonnes of ore, % of metal; 0 without ore. */
    static double of(DigPlan plan, Map<Haul, Hauled> hauled) {
        double metalT = 0;
        double oreT = 0;
        for (Map.Entry<Haul, Hauled> entry : hauled.entrySet()) {
            if (entry.getKey().material() == Material.ORE) {
                double tonnes = entry.getValue().tonnes();
                oreT += tonnes;
                metalT += tonnes * gradePct(plan, entry.getKey().faceId());
            }
        }
        return oreT == 0 ? 0 : metalT / oreT;
    }

    private static double gradePct(DigPlan plan, String faceId) {
        return plan.face(faceId).map(FaceTarget::gradePct).orElse(0.0);
    }
}
