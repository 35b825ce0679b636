package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.ShiftProgress;
import io.fueloptimine.models.mine.DumpPoint;
import io.fueloptimine.models.mine.DumpTarget;
import io.fueloptimine.models.mine.FaceTarget;
import io.fueloptimine.models.mine.Material;
import io.fueloptimine.models.mine.MineSite;
import java.time.Instant;
import java.util.Optional;

/**
 * The tonnes that are left of the dig plan at one moment. Used for a single decision.
 *
 * @param mine the mine with its dig plan
 * @param progress the tonnes left by the loads that trucks have reported
 * @param work the faces and dumps to which trucks may be sent
 */
record WorkTargets(MineSite mine, ShiftProgress progress, OpenWork work) {

    /** The tonnes of a face or dump without a target, t: more than any shift moves. */
    private static final double UNLIMITED_T = 1e6;

    /**
     * The tonnes that are still to be loaded at a face, t; 0 when its tonnes are met.
     *
     * @param loadT mean payload, t; a face is met when less than half of it is missing
     */
    double faceLeftT(String faceId, double loadT) {
        if (!work.open(faceId)) {
            return 0;
        }
        Optional<FaceTarget> target = mine.digPlan().face(faceId);
        if (target.isEmpty()) {
            return listsFaces() ? 0 : UNLIMITED_T;
        }
        double leftT =
                progress.started()
                        ? progress.faceLeftT().getOrDefault(faceId, 0.0)
                        : target.get().shiftTonnes();
        double leastT = work.measured() ? loadT : 0;
        return leftT < loadT / 2 ? leastT : leftT;
    }

    /**
     * Whether the dig plan lists faces of this mine; a face that it does not list is then closed.
     */
    boolean listsFaces() {
        return mine.loadingUnits().stream()
                .anyMatch(unit -> mine.digPlan().face(unit.faceId()).isPresent());
    }

    /** The tonnes of a material that are still to be dumped at a dump, t; 0 when they are met. */
    double dumpLeftT(DumpPoint dump, Material material) {
        if (!work.open(dump.locationId(), material)) {
            return 0;
        }
        Optional<DumpTarget> target = mine.digPlan().dump(dump.locationId(), material);
        if (target.isEmpty()) {
            return UNLIMITED_T;
        }
        double leftT =
                progress.started()
                        ? progress.dumpLeftT(dump.locationId(), material)
                        : target.get().shiftTonnes();
        return Math.max(0, leftT);
    }

    /** Whether the dig plan allows the material of a face at a dump. */
    boolean allows(String faceId, DumpPoint dump) {
        return mine.digPlan().face(faceId).map(face -> face.allows(dump)).orElse(true);
    }

    /** The hours until the end of the shift, h. */
    double hoursLeft(Instant at) {
        return progress.started()
                ? progress.hoursLeft(mine.digPlan(), at)
                : mine.digPlan().shiftHours();
    }
}
