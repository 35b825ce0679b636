package io.fueloptimine.models.dispatch.plan;

import io.fueloptimine.models.mine.dispatch.DispatchPlan;
import io.fueloptimine.models.mine.saving.FuelSaving;
import io.fueloptimine.models.mine.saving.SavingBaseline;
import io.fueloptimine.models.mine.saving.SavingLever;
import io.fueloptimine.models.mine.site.MineSite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The planned savings of a plan against fixed truck-shovel pairs that move the same tonnes, split
 * by lever: idling of parked trucks, and dispatch for the remainder. The savings are planned, not
 * measured: they do not depend on what the trucks did afterwards. Thread-safe.
 */
public final class PlannedSavings {

    private final MineSite site;

    public PlannedSavings(MineSite site) {
        this.site = site;
    }

    /**
     * The savings from the time the plan was made until it was replaced or expired.
     *
     * @param replacedAt when the next plan was made (UTC)
     */
    public List<FuelSaving> of(DispatchPlan plan, Instant replacedAt) {
        Instant end = replacedAt.isBefore(plan.validUntil()) ? replacedAt : plan.validUntil();
        double hours = Duration.between(plan.madeAt(), end).toMillis() / 3_600_000.0;
        if (hours <= 0) {
            return List.of();
        }
        double parkedLph =
                plan.trucksParked().entrySet().stream()
                        .mapToDouble(c -> c.getValue() * site.truckClass(c.getKey()).idleLph())
                        .sum();
        double dispatchLph = plan.baselineLph() - plan.plannedLph() - parkedLph;
        double tonnes = plan.plannedTph() * hours;
        return List.of(
                saving(plan, SavingLever.DISPATCH, end, dispatchLph * hours, tonnes),
                saving(plan, SavingLever.PARKED_TRUCKS, end, parkedLph * hours, tonnes));
    }

    private static FuelSaving saving(
            DispatchPlan plan, SavingLever lever, Instant end, double litres, double tonnes) {
        return FuelSaving.planned(
                plan.site() + "/" + lever + "/" + plan.madeAt().toEpochMilli(),
                plan.site(),
                lever,
                SavingBaseline.FIXED_PAIRS,
                plan.madeAt(),
                end,
                litres,
                tonnes);
    }
}
