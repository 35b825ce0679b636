package io.fueloptimine.models.dispatch.assignment;

import io.fueloptimine.models.dispatch.fleet.OpenWork;
import io.fueloptimine.models.dispatch.fleet.RateAccounts;
import io.fueloptimine.models.dispatch.fleet.RateTarget;
import io.fueloptimine.models.dispatch.fleet.ShiftProgress;
import io.fueloptimine.models.mine.site.DumpPoint;
import io.fueloptimine.models.mine.site.DumpTarget;
import io.fueloptimine.models.mine.site.FaceTarget;
import io.fueloptimine.models.mine.site.LoadingUnit;
import io.fueloptimine.models.mine.site.Material;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tonnes that are left at one moment: those of the dig plan, and in place of them those of the
 * rates that people require, over the time in which the tonnes are moved. Used for a single
 * decision.
 *
 * @param mine the mine with its dig plan
 * @param progress the tonnes left by the loads that trucks have reported
 * @param work the faces and dumps to which trucks may be sent
 * @param rates the rates that people require; empty for none
 * @param limits the accounts of the highest rates
 * @param at time of the decision (UTC)
 * @param hoursLeft time until the end of the shift, h
 * @param usedHours time in which the tonnes left are moved, h; more than 0
 */
record WorkTargets(
        MineSite mine,
        ShiftProgress progress,
        OpenWork work,
        List<RateTarget> rates,
        RateAccounts limits,
        Instant at,
        double hoursLeft,
        double usedHours) {

    /** The part of the hours left in which the tonnes are moved at least. */
    private static final double LEAST_PART = 0.25;

    /** Time in which tonnes are caught up that a highest rate allows and that were not moved, h. */
    private static final double CATCH_UP_H = 1;

    /** The least time in which the tonnes are moved, h. */
    private static final double LEAST_H = 0.25;

    /** The tonnes of a face or dump without a target, t: more than any shift moves. */
    private static final double UNLIMITED_T = 1e6;

    /** The targets at a time. */
    static WorkTargets of(
            MineSite mine,
            AssignmentState state,
            OpenWork work,
            AssignerSettings settings,
            Instant at) {
        ShiftProgress progress = state.fleet().progress();
        double hours =
                progress.started()
                        ? progress.hoursLeft(mine.digPlan(), at)
                        : mine.digPlan().shiftHours();
        double used = Math.max(hours - settings.finishEarlyH(), LEAST_PART * hours);
        return new WorkTargets(
                mine,
                progress,
                work,
                state.rates(),
                state.fleet().limits(),
                at,
                hours,
                Math.max(LEAST_H, used));
    }

    /**
     * The tonnes that are still to be loaded at a face, t; 0 when its tonnes are met.
     *
     * @param loadT mean payload, t; a face is met when less than half of it is missing
     */
    double faceLeftT(String faceId, double loadT) {
        if (!work.open(faceId)) {
            return 0;
        }
        double leftT = digPlanLeftT(faceId, loadT);
        Optional<RateTarget> rate = rateOf(faceId);
        if (rate.isEmpty()) {
            return leftT;
        }
        double allT = digPlanLeftT(faceId, rate.get(), loadT);
        double requiredT = within(allT, rate.get(), loadT);
        return rate.get().faceId() != null ? requiredT : allT == 0 ? 0 : leftT * requiredT / allT;
    }

    /**
     * The least time in which the tonnes left of a face may be loaded, h; 0 when people require no
     * highest rate of the face or its material. It is shorter while loads that the rate allows were
     * not moved.
     */
    double leastHours(String faceId, double loadT) {
        Optional<RateTarget> rate = rateOf(faceId);
        if (rate.isEmpty() || rate.get().maxTph() == null || rate.get().maxTph() == 0) {
            return 0;
        }
        double allT = digPlanLeftT(faceId, rate.get(), loadT);
        double caughtUpTph = allowedT(rate.get(), loadT) / CATCH_UP_H;
        return within(allT, rate.get(), loadT) / (rate.get().maxTph() + caughtUpTph);
    }

    /** Tonnes that a highest rate allows at present, one load that may be owed included, t. */
    private double allowedT(RateTarget rate, double loadT) {
        if (rate.maxTph() == 0) {
            return 0;
        }
        return limits.accounts().stream()
                .filter(account -> account.rate().equals(rate))
                .mapToDouble(account -> Math.max(0, account.creditAt(at) + loadT))
                .findFirst()
                .orElse(0);
    }

    /** The rate that people require of a face; otherwise that of its material. */
    private Optional<RateTarget> rateOf(String faceId) {
        if (rates.isEmpty()) {
            return Optional.empty();
        }
        Optional<RateTarget> own =
                rates.stream().filter(rate -> faceId.equals(rate.faceId())).findFirst();
        return own.isPresent()
                ? own
                : rates.stream()
                        .filter(rate -> rate.faceId() == null && rate.dumpId() == null)
                        .filter(rate -> isAt(faceId, rate.material()))
                        .findFirst();
    }

    /** The tonnes of the dig plan that a rate of a face or material replaces, t. */
    private double digPlanLeftT(String faceId, RateTarget rate, double loadT) {
        return rate.faceId() != null
                ? digPlanLeftT(faceId, loadT)
                : digPlanLeftT(rate.material(), loadT);
    }

    private boolean isAt(String faceId, Material material) {
        return mine.loadingUnits().stream()
                .anyMatch(unit -> unit.faceId().equals(faceId) && unit.material() == material);
    }

    private double digPlanLeftT(Material material, double loadT) {
        return mine.loadingUnits().stream()
                .filter(unit -> unit.material() == material)
                .map(LoadingUnit::faceId)
                .distinct()
                .filter(work::open)
                .mapToDouble(faceId -> digPlanLeftT(faceId, loadT))
                .sum();
    }

    /** A highest rate applies until the end of the shift, when less is moved than is wanted. */
    private double within(double leftT, RateTarget rate, double loadT) {
        double atLeastT =
                rate.minTph() == null ? leftT : Math.max(leftT, usedHours * rate.minTph());
        return rate.maxTph() == null
                ? atLeastT
                : Math.min(atLeastT, hoursLeft * rate.maxTph() + allowedT(rate, loadT));
    }

    private double digPlanLeftT(String faceId, double loadT) {
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
        // Beside a limited dump, one without a target counts with what there is to dump.
        double leftT =
                rates.isEmpty()
                        ? digPlanLeftT(dump, material)
                        : Math.min(digPlanLeftT(dump, material), digPlanLeftT(material, 0));
        for (RateTarget rate : rates) {
            boolean counts = rate.material() == null || rate.material() == material;
            if (counts && dump.locationId().equals(rate.dumpId())) {
                return within(leftT, rate, 0);
            }
        }
        return leftT;
    }

    private double digPlanLeftT(DumpPoint dump, Material material) {
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
}
